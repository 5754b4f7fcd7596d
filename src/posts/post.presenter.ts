import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { PersonPresenter, type PersonView } from '../users/person.presenter';
import { canDelete } from './posts.policy';
import type { PostRow } from './posts.repository';

/** A post as a page shows it and as the API tells it. */
export interface PostView {
  readonly id: number;
  readonly body: string;
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly author: PersonView;
  readonly canDelete: boolean;
}

@Injectable()
export class PostPresenter {
  constructor(private readonly people: PersonPresenter) {}

  present({ id, body, language, createdAt, author }: PostRow, viewer: Viewer): PostView {
    return {
      id,
      body,
      language,
      createdAt: createdAt.toISOString(),
      author: this.people.present(author),
      canDelete: canDelete(viewer, { authorId: author.id }),
    };
  }
}
