import { Injectable } from '@nestjs/common';
import { firstPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { Replicas } from '../database/mysql/replicas';
import { Translator } from '../i18n/translator';
import { PostsService } from '../posts/posts.service';
import type { PostRow } from '../posts/post-rows.repository';
import { UrlFor } from '../routing/url-for';
import { TimelineService } from '../timeline/timeline.service';
import { PersonPresenter } from '../users/person.presenter';
import { UsersService } from '../users/users.service';
import { type FeedEntry, FeedPresenter } from './feed.presenter';

export const FEED_FORMATS = ['atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

const ICON_PIXELS = 256;

/** Nobody is signed in. No account has this id. */
const NOBODY = { id: 0 };

/** What somebody said last, or what was said last about something. Addresses have scheme and host. */
export interface FeedView {
  readonly title: string;
  /** The page that shows the same. */
  readonly url: string;
  /** Of the feed itself. */
  readonly selfUrl: string;
  /** In which the title is. */
  readonly language: string;
  readonly iconUrl: string | undefined;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedReader {
  /** Undefined for who is not signed in. */
  readonly viewer: Pick<Viewer, 'id'> | undefined;
  readonly locale: string;
  readonly format: FeedFormat;
}

/** Feeds for programs that fetch what is new. Of the newest posts only, and never of what others passed on. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly users: UsersService,
    private readonly posts: PostsService,
    private readonly timeline: TimelineService,
    private readonly people: PersonPresenter,
    private readonly presenter: FeedPresenter,
    private readonly replicas: Replicas,
    private readonly urls: UrlFor,
    private readonly translator: Translator,
  ) {}

  /** @throws UserNotFound */
  async ofPerson(name: string, { viewer = NOBODY, locale, format }: FeedReader): Promise<FeedView> {
    const author = await this.users.getByUsername(name);
    const items = await this.replicas.mayLag(() => this.posts.lastOf(author, viewer));
    const { username, avatarUrl } = this.people.present(author);
    return this.view(items, author.createdAt, {
      title: this.translator.t(locale, 'feeds.ofPerson', { username }),
      url: this.urls.path('profiles.show', { username }, { absolute: true }),
      selfUrl: this.urls.path('feeds.ofPerson', { username, format }, { absolute: true }),
      language: locale,
      iconUrl: new URL(`${avatarUrl}${ICON_PIXELS}`, this.urls.path('timeline.home', {}, { absolute: true })).href,
    });
  }

  /** @param tag in the spelling by which tags are compared */
  async ofTag(tag: string, { viewer = NOBODY, locale, format }: FeedReader): Promise<FeedView> {
    const { items } = await this.replicas.mayLag(() => this.timeline.tagged(tag, viewer.id, firstPage));
    return this.view(items, new Date(0), {
      title: this.translator.t(locale, 'feeds.ofTag', { tag }),
      url: this.urls.path('timeline.tag', { tag }, { absolute: true }),
      selfUrl: this.urls.path('feeds.ofTag', { tag, format }, { absolute: true }),
      language: locale,
      iconUrl: undefined,
    });
  }

  /** @param begin from when an empty feed is */
  private view(rows: readonly PostRow[], begin: Date, facts: Omit<FeedView, 'entries' | 'updatedAt'>): FeedView {
    const shown = rows.filter(({ restrictions }) => !restrictions.includes('blocked'));
    const entries = shown.map((row) => this.presenter.present(row, NOBODY));
    const updatedAt = [begin.toISOString(), ...entries.map((entry) => entry.updatedAt)].sort().at(-1) ?? '';
    return { ...facts, updatedAt, entries };
  }
}
