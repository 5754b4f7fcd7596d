import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CursorPageJson } from '../api/page-json';
import type { Viewer } from '../common/viewer';
import { UrlFor } from '../routing/url-for';
import { PersonJson, UserJsonPresenter } from '../users/user-json.presenter';
import { PostPresenter } from './post.presenter';
import type { PostRow } from './posts.repository';

export class PostLinksJson {
  @ApiProperty({ format: 'uri-reference', example: '/api/posts/1' })
  readonly self!: string;

  @ApiProperty({ format: 'uri-reference', example: '/api/users/1' })
  readonly author!: string;
}

/** A post as the API tells it. */
export class PostJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ example: 'Good morning!' })
  readonly body!: string;

  @ApiProperty({ description: "ISO 639 code of what it is written in, '' when nobody is sure", example: 'en' })
  readonly language!: string;

  @ApiProperty({ format: 'date-time' })
  readonly timestamp!: string;

  @ApiProperty({ type: PersonJson })
  readonly author!: PersonJson;

  @ApiProperty({ type: PostLinksJson })
  readonly _links!: PostLinksJson;
}

export class PostPageJson extends CursorPageJson(PostJson) {}

/** The view of a post in the names of the API. */
@Injectable()
export class PostJsonPresenter {
  constructor(
    private readonly posts: PostPresenter,
    private readonly people: UserJsonPresenter,
    private readonly urls: UrlFor,
  ) {}

  present(row: PostRow, viewer: Viewer): PostJson {
    const { id, body, language, createdAt, ...view } = this.posts.present(row, viewer);
    const author = this.people.person(view.author);
    const _links = { self: this.urls.path('api.posts.show', { id }), author: author._links.self };
    return { id, body, language, timestamp: createdAt, author, _links };
  }
}
