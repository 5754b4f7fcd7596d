import { Injectable } from '@nestjs/common';
import { escapeExpression } from 'handlebars';
import { quotable } from '../common/text';
import type { Viewer } from '../common/viewer';
import type { PostRow } from '../posts/post-rows.repository';
import { PostPresenter, type Segment } from '../posts/post.presenter';
import { UrlFor } from '../routing/url-for';

/** Code points. */
const TITLE_MAX = 80;

/** Something that somebody said, as feeds tell it. Addresses have scheme and host, moments are ISO 8601 in UTC. */
export interface FeedEntry {
  /** Its address, which stays. */
  readonly url: string;
  /** Its first line, as plain text. */
  readonly title: string;
  /** The whole of it, as HTML. */
  readonly html: string;
  /** The same as plain text. */
  readonly text: string;
  /** BCP 47; undefined when nobody is sure. */
  readonly language: string | undefined;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly author: { readonly name: string; readonly url: string };
  readonly tags: readonly string[];
}

@Injectable()
export class FeedPresenter {
  constructor(
    private readonly posts: PostPresenter,
    private readonly urls: UrlFor,
  ) {}

  present(row: PostRow, viewer: Pick<Viewer, 'id'>): FeedEntry {
    const { id, body, language, createdAt, editedAt, author, segments: segmentsOf } = this.posts.present(row, viewer);
    const segments = segmentsOf();
    return {
      url: this.address('posts.show', { id }),
      title: quotable(body.split('\n', 1)[0] ?? '', TITLE_MAX),
      html: segments.map((segment) => this.htmlOf(segment)).join(''),
      text: body,
      language: language === '' ? undefined : language,
      publishedAt: createdAt.toISOString(),
      updatedAt: (editedAt ?? createdAt).toISOString(),
      author: { name: author.username, url: this.address('profiles.show', { username: author.username }) },
      tags: [...new Set(segments.flatMap(({ tag }) => tag ?? []))],
    };
  }

  private htmlOf({ text, url, username, tag }: Segment): string {
    const words = escapeExpression(text).replaceAll('\n', '<br>');
    if (username !== undefined) return link(this.address('profiles.show', { username }), words);
    if (tag !== undefined) return link(this.address('timeline.tag', { tag }), words);
    return url === undefined ? words : link(url, words);
  }

  private address(route: string, args: Record<string, string | number>): string {
    return this.urls.path(route, args, { absolute: true });
  }
}

const link = (url: string, words: string): string => `<a href="${escapeExpression(url)}">${words}</a>`;
