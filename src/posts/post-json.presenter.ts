import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CursorPageJson } from '../api/page-json';
import type { Viewer } from '../common/viewer';
import { UrlFor } from '../routing/url-for';
import { PersonJson, UserJsonPresenter } from '../users/user-json.presenter';
import type { PostRow } from './post-rows.repository';
import { PostPresenter } from './post.presenter';

const count = { type: 'integer', minimum: 0, example: 0 } as const;

export class PostLinksJson {
  @ApiProperty({ format: 'uri-reference', example: '/api/posts/1' })
  readonly self!: string;

  @ApiProperty({ format: 'uri-reference', example: '/api/users/1' })
  readonly author!: string;

  @ApiProperty({ format: 'uri-reference', example: '/api/posts/1/thread' })
  readonly thread!: string;

  @ApiProperty({ type: String, nullable: true, format: 'uri-reference', description: 'What it answers; that post may be gone' })
  readonly in_reply_to!: string | null;
}

/** A post as the API tells it. */
export class PostJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ example: 'Good morning!' })
  readonly body!: string;

  @ApiProperty({ description: "BCP 47 tag of what it is written in, such as en or pt-BR; '' when nobody is sure", example: 'en' })
  readonly language!: string;

  @ApiProperty({ format: 'date-time' })
  readonly timestamp!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Null for what stands as it was first written' })
  readonly edited_at!: string | null;

  @ApiProperty({ type: PersonJson })
  readonly author!: PersonJson;

  @ApiProperty({
    type: PersonJson,
    nullable: true,
    description: 'Who passed it on, in a list in which it stands for that reason',
  })
  readonly reposted_by!: PersonJson | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, description: 'Id of the post that it answers', example: null })
  readonly in_reply_to!: number | null;

  @ApiProperty(count)
  readonly reply_count!: number;

  @ApiProperty(count)
  readonly like_count!: number;

  @ApiProperty(count)
  readonly repost_count!: number;

  @ApiProperty({ description: 'You like it' })
  readonly liked!: boolean;

  @ApiProperty({ description: 'You passed it on' })
  readonly reposted!: boolean;

  @ApiProperty({ description: 'You keep it for later' })
  readonly bookmarked!: boolean;

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
    const view = this.posts.present(row, viewer);
    const { id, replyToId } = view;
    const author = this.people.person(view.author);
    return {
      id,
      body: view.body,
      language: view.language,
      timestamp: view.createdAt.toISOString(),
      edited_at: view.editedAt?.toISOString() ?? null,
      author,
      reposted_by: view.repostedBy && this.people.person(view.repostedBy),
      in_reply_to: replyToId,
      reply_count: view.repliesCount,
      like_count: view.likesCount,
      repost_count: view.repostsCount,
      liked: view.isLiked,
      reposted: view.isReposted,
      bookmarked: view.isBookmarked,
      _links: {
        self: this.urls.path('api.posts.show', { id }),
        author: author._links.self,
        thread: this.urls.path('api.posts.thread', { id }),
        in_reply_to: replyToId === null ? null : this.urls.path('api.posts.show', { id: replyToId }),
      },
    };
  }
}
