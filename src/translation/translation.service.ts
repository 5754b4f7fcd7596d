import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { RecentCache } from '../common/recent-cache';
import { Semaphore } from '../common/semaphore';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { PostsService } from '../posts/posts.service';
import type { PostRow } from '../posts/post-rows.repository';
import { Throttles } from '../throttling/throttles.service';
import { PostTranslator, type TranslationRequest } from './post-translator.port';
import { CannotTranslate, TranslationFailed, TranslationOff } from './translation.errors';

/** Texts of a few hundred bytes. */
const REMEMBERED = 5_000;
/** For the waiting and the answer together: somebody sits before the page. */
const TIME_LIMIT_MS = 5_000;
const AT_A_TIME = 8;
const WAITING = 32;

export interface Translation {
  readonly post: PostRow;
  /** In the language that was asked for. */
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
}

/** Posts in the reader's language. Each is asked for once, also when many ask at the same time. Private messages are never sent away. */
@Injectable()
export class TranslationService {
  private readonly logger = new Logger('Translation');
  private readonly known = new RecentCache<Promise<string>>(REMEMBERED);
  private readonly room = new Semaphore(AT_A_TIME, WAITING);

  constructor(
    private readonly translator: PostTranslator,
    private readonly posts: PostsService,
    private readonly throttles: Throttles,
    private readonly site: SiteConfig,
  ) {}

  /**
   * @param language of this site
   * @throws PostNotFound, CannotTranslate, TooManyRequests, TranslationOff, TranslationFailed
   */
  async translate(postId: number | undefined, language: string, viewer: Viewer): Promise<Translation> {
    if (postId === undefined || !this.site.languages.includes(language)) throw new CannotTranslate();
    const post = await this.posts.get(postId, viewer);
    if (post.language === '' || post.language === language) return { post, text: post.body, language };
    const request = { text: post.body, source: post.language, target: language };
    const key = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
    if (!this.known.has(key)) await this.throttles.take('translations', String(viewer.id));
    return { post, text: await this.once(key, request), language };
  }

  private once(key: string, request: TranslationRequest): Promise<string> {
    return this.known.getOrMake(key, () => this.ask(request).catch((error: unknown) => this.failed(key, error)));
  }

  private ask(request: TranslationRequest): Promise<string> {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    return this.room.run(() => this.translator.translate(request, signal), signal);
  }

  /** The next one who asks shall have another try. */
  private failed(key: string, error: unknown): never {
    this.known.delete(key);
    if (error instanceof TranslationOff) throw error;
    this.logger.warn({ event: 'translation.failed', err: error });
    throw new TranslationFailed(error);
  }
}
