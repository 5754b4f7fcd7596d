import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Response } from 'express';
import { ApiTokensService } from '../../auth/api-tokens.service';
import { AccessEnded } from '../../auth/events/access-ended.event';
import { SessionsService } from '../../auth/sessions.service';
import type { AppRequest } from '../../common/app-request';
import { parseId } from '../../common/page';
import { EventBus } from '../../events/event-bus';
import { PostPublished } from '../../posts/events/post-published.event';
import { PostReposted } from '../../posts/events/post-reposted.event';
import type { HomeOwner } from '../../timeline/home-timeline.port';
import { PostDelivered } from '../../timeline/push/events/post-delivered.event';
import { TimelineService } from '../../timeline/timeline.service';
import { presentLiveValue } from './live-value.presenter';
import { LiveAudience } from './live-audience.queries';
import { type LiveCall, LiveChannel } from './live-channel.port';
import { LiveStreamsFull } from './live.errors';
import { type Entrance, LiveStream } from './live-stream';
import { LiveValueChanged } from './live-value-changed.event';
import { LiveValues } from './live-values.service';

const MOST_STREAMS = 5_000;
/** The oldest page of somebody who has more open is let go: it asks now and then, as without streams. */
const MOST_STREAMS_EACH = 20;
/** Calls may be lost: then this is how late a page is. */
const SWEEP_MS = 15_000;
/** More than so many posts nobody counts. */
const MOST_NEWER_POSTS = 99;

/** The pages that are open in this process, and what keeps them up to date. */
@Injectable()
export class LiveHub implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly streams = new Map<number, Set<LiveStream>>();
  /** Those whose newer posts are being counted, and those who must be counted once more. */
  private readonly counting = new Map<LiveStream, Promise<void>>();
  private readonly countAgain = new Set<LiveStream>();
  private count = 0;
  private sweepTimer?: NodeJS.Timeout;
  private isSweeping = false;
  /** The newest post of all at the last two sweeps. */
  private sweptPosts: { readonly beforeLast?: number; readonly last?: number } = {};
  private isStopping = false;

  constructor(
    private readonly events: EventBus,
    private readonly channel: LiveChannel,
    private readonly values: LiveValues,
    private readonly audience: LiveAudience,
    private readonly sessions: SessionsService,
    private readonly tokens: ApiTokensService,
    private readonly timeline: TimelineService,
  ) {}

  onModuleInit(): void {
    this.events.on(LiveValueChanged, ({ userId }) => this.channel.send({ userId }));
    this.events.on(PostPublished, ({ authorId }) => this.channel.send({ authorId }));
    this.events.on(PostReposted, ({ userId: authorId }) => this.channel.send({ authorId }));
    this.events.on(PostDelivered, ({ authorId }) => this.channel.send({ authorId }));
    this.events.on(AccessEnded, ({ userId: leaverId }) => this.channel.send({ leaverId }));
    this.channel.listen((call) => void this.answer(call).catch((error: unknown) => this.complain(error)));
  }

  onModuleDestroy(): void {
    this.isStopping = true;
    clearInterval(this.sweepTimer);
    for (const stream of this.all()) this.letGo(stream);
  }

  get size(): number {
    return this.count;
  }

  /**
   * Somebody listens, from where they were cut off (`Last-Event-ID`); `?timeline=` says which the newest post is that they show.
   *
   * @throws LiveStreamsFull
   */
  async open(request: AppRequest, response: Response, reader: HomeOwner, entrance: Entrance): Promise<void> {
    this.ensureRoom();
    const { headers, query } = request;
    const lastId = parseId(headers['last-event-id']) ?? parseId(query['last_event_id']) ?? 0;
    const newestPostId = query['timeline'] === '0' ? 0 : parseId(query['timeline']);
    const stream = new LiveStream(response, reader, entrance, lastId, newestPostId);
    // Who asks for the head alone does not stay.
    if (request.method === 'HEAD') stream.end();
    else await this.attend(stream);
  }

  private ensureRoom(): void {
    if (this.isStopping || this.count >= MOST_STREAMS) throw new LiveStreamsFull();
  }

  /** Keeps a page up to date, beginning with what it missed. */
  private async attend(stream: LiveStream): Promise<void> {
    // Whoever left while they were let in is not told of leaving again.
    if (stream.isOver) return;
    const { userId } = stream;
    const own = this.streams.get(userId) ?? new Set();
    this.streams.set(userId, own.add(stream));
    this.count++;
    stream.onClose(() => this.forget(stream));
    const [oldest] = own;
    if (oldest && own.size > MOST_STREAMS_EACH) this.letGo(oldest);
    this.sweepTimer ??= setInterval(() => void this.sweepByItself(), SWEEP_MS).unref();
    try {
      await this.bringValues(userId);
      await this.bringPosts(stream);
    } catch (error) {
      // It has begun, so no error page can follow. The browser comes back.
      this.complain(error);
      this.letGo(stream);
    }
  }

  /** Looks whether calls were lost, whether those who listen may still, and shows that we are here. */
  async sweep(): Promise<void> {
    const streams = this.all();
    if (streams.length === 0) return;
    await this.letGoOfEnded(streams);
    for (const stream of streams) stream.beat();
    const behind = await this.audience.behind(new Map(streams.map(({ userId, lastId }) => [userId, lastId])));
    for (const userId of behind) await this.bringValues(userId);
    await this.bringPostsToAll();
  }

  /** Once to everybody; then to those who follow somebody that has written since the sweep before the last, as a post may be committed after one with a higher id. */
  private async bringPostsToAll(): Promise<void> {
    const listening = this.all().filter(({ newestPostId }) => newestPostId !== undefined);
    const userIds = [...new Set(listening.map(({ userId }) => userId))];
    const newestPostId = await this.audience.newestPostId();
    const { beforeLast, last } = this.sweptPosts;
    const concerned =
      beforeLast === undefined ? new Set(userIds) : await this.audience.followersOfAuthorsAfter(beforeLast, userIds);
    for (const stream of listening) if (concerned.has(stream.userId)) await this.bringPosts(stream);
    this.sweptPosts = { beforeLast: last, last: newestPostId };
  }

  /** A slow database must not be asked again before it has answered. */
  private async sweepByItself(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    try {
      await this.sweep();
    } catch (error) {
      this.complain(error);
    } finally {
      this.isSweeping = false;
    }
  }

  private async answer(call: LiveCall): Promise<void> {
    if ('leaverId' in call) return this.letGoOfEnded([...(this.streams.get(call.leaverId) ?? [])]);
    if ('userId' in call) return this.bringValues(call.userId);
    const listening = this.all().filter(({ newestPostId }) => newestPostId !== undefined);
    const followers = await this.audience.followersAmong(call.authorId, [...new Set(listening.map(({ userId }) => userId))]);
    for (const stream of listening) if (followers.has(stream.userId)) await this.bringPosts(stream);
  }

  private async bringValues(userId: number): Promise<void> {
    const streams = this.streams.get(userId);
    if (!streams || streams.size === 0) return;
    const rows = await this.values.after(userId, Math.min(...[...streams].map(({ lastId }) => lastId)));
    for (const row of rows) {
      for (const stream of streams) if (stream.lastId < row.id) stream.sendValue(row.id, presentLiveValue(row));
    }
  }

  /** However many calls come while the posts of a page are counted, they are counted once more, and not at the same time. */
  private bringPosts(stream: LiveStream): Promise<void> {
    const { newestPostId } = stream;
    if (newestPostId === undefined) return Promise.resolve();
    const known = this.counting.get(stream);
    if (known) this.countAgain.add(stream);
    const counting = known ?? this.countWhileAsked(stream, newestPostId).finally(() => this.counting.delete(stream));
    this.counting.set(stream, counting);
    return counting;
  }

  private async countWhileAsked(stream: LiveStream, after: number): Promise<void> {
    do {
      this.countAgain.delete(stream);
      await this.countPosts(stream, after);
    } while (this.countAgain.has(stream) && !stream.isOver);
  }

  private async countPosts(stream: LiveStream, after: number): Promise<void> {
    const { items } = await this.timeline.home(stream.reader, { after }, MOST_NEWER_POSTS);
    // Whoever has just written looks at the page that shows it.
    stream.sendPosts(items.filter(({ author, repostedBy }) => (repostedBy ?? author).id !== stream.userId).length);
  }

  /** Those of some streams whose session or token has ended. */
  private async letGoOfEnded(streams: readonly LiveStream[]): Promise<void> {
    const mayStay = await this.stillLetIn(streams.map(({ entrance }) => entrance));
    for (const stream of streams) if (!mayStay(stream.entrance)) this.letGo(stream);
  }

  private async stillLetIn(entrances: readonly Entrance[]): Promise<(entrance: Entrance) => boolean> {
    const sessions = await this.sessions.living(entrances.flatMap((one) => ('sessionId' in one ? [one.sessionId] : [])));
    const tokens = await this.tokens.living(entrances.flatMap((one) => ('tokenId' in one ? [one.tokenId] : [])));
    return (one) => ('sessionId' in one ? sessions.has(one.sessionId) : tokens.has(one.tokenId));
  }

  private all(): LiveStream[] {
    return [...this.streams.values()].flatMap((streams) => [...streams]);
  }

  /** Not when its connection closes: that of somebody who reads nothing any more stays open. */
  private letGo(stream: LiveStream): void {
    stream.end();
    this.forget(stream);
  }

  private forget(stream: LiveStream): void {
    const own = this.streams.get(stream.userId);
    if (own?.delete(stream)) this.count--;
    this.countAgain.delete(stream);
    if (own?.size === 0) this.streams.delete(stream.userId);
  }

  private complain(error: unknown): void {
    this.logger.warn({ event: 'live.failed', err: error });
  }
}
