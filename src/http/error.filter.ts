import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { Response } from 'express';
import { type Problem, ProblemDetails } from '../api/problem-details';
import { LoginRequired } from '../auth/auth.errors';
import { SessionGuard } from '../auth/session.guard';
import type { AppRequest } from '../common/app-request';
import { DomainError } from '../common/domain-error';
import { type Message, statusMessage } from '../common/message';
import { AppConfig } from '../config/app.config';
import { HttpConfig } from '../config/http.config';
import { RequestLocale } from '../i18n/request-locale';
import { Translator } from '../i18n/translator';
import { UrlFor } from '../routing/url-for';
import { TooManyRequests } from '../throttling/too-many-requests';
import { notice } from '../web/answers';
import { Flashes } from '../web/flashes';
import { localPath } from '../web/local-path';
import { PageRenderer } from '../web/page-renderer';
import { allowedMethods } from './allowed-methods';
import { isApiPath } from './api-path';
import { FailureReports } from './failure-reports';
import { loggablePath } from './loggable-path';
import { headersOf, problemOf } from './problem-of';

const RETRY_AFTER_SECONDS = 5;

/** The one place where an error becomes an answer: a page for a person, problem+json for a program, the whole truth for the log. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(
    private readonly app: AppConfig,
    private readonly http: HttpConfig,
    private readonly sessions: SessionGuard,
    private readonly problems: ProblemDetails,
    private readonly pages: PageRenderer,
    private readonly flashes: Flashes,
    private readonly locales: RequestLocale,
    private readonly translator: Translator,
    private readonly urls: UrlFor,
    private readonly failures: FailureReports,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<AppRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) this.cut(error, request, response);
    else if (error instanceof LoginRequired) this.sendToLogin(request, response);
    else void this.answer(this.refined(problemOf(error), error, request, response), error, host);
  }

  /** A path that exists for other methods is no missing page. */
  private refined(problem: Problem, error: unknown, request: AppRequest, response: Response): Problem {
    if (!(error instanceof NotFoundException)) return problem;
    const allowed = allowedMethods(request);
    if (allowed.length === 0) return problem;
    response.setHeader('Allow', allowed.join(', '));
    return { ...problem, status: 405 };
  }

  private async answer(problem: Problem, error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<AppRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    this.log(problem, error, request);
    response.status(problem.status).set(headersOf(error));
    if (error instanceof TooManyRequests) response.setHeader('Retry-After', error.retryAfterSeconds);
    if (problem.status === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
    try {
      if (!wantsJson(request)) await this.sendPage(problem, error, host);
      else this.problems.send(problem, request, response.setHeader('Cache-Control', 'no-store'));
    } catch (fault) {
      this.cut(fault, request, response);
    }
  }

  private async sendPage(problem: Problem, error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<AppRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (problem.status < 500) await this.recognise(host);
    const page = this.pageOrText(problem, error, request, response);
    response.setHeader('Cache-Control', 'no-store').send(page);
  }

  /**
   * An address that nobody keeps has no guard, and yet its page is for somebody, in their language. When they cannot be known, it
   * is a page without forms.
   */
  private async recognise(host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<AppRequest>();
    if (request.isRecognised) return;
    try {
      await this.sessions.recognise(host);
    } catch (error) {
      this.logger.warn({ event: 'request.strangerByFault', requestId: request.id, err: error });
    }
  }

  /** When even the error page fails there is still something to say. */
  private pageOrText(problem: Problem, error: unknown, request: AppRequest, response: Response): Buffer | string {
    try {
      return this.page(problem, error, request, response);
    } catch (pageError) {
      this.logger.error({ event: 'request.errorPageFailed', requestId: request.id, err: pageError });
      response.type('text');
      return `${problem.status} ${STATUS_CODES[problem.status]}`;
    }
  }

  private page({ status, message, fields }: Problem, error: unknown, request: AppRequest, response: Response): Buffer {
    const locale = this.locales.of(request);
    const say = (text: Message): string => this.translator.message(locale, text);
    const title = say(statusMessage(status, 'title'));
    const [firstOfFields] = Object.values(fields).flat();
    // What was foreseen has words of its own, which say more than a stack.
    if (this.app.mode === 'development' && status >= 500 && !(error instanceof DomainError)) {
      const stack = error instanceof Error ? error.stack : String(error);
      return this.pages.render('errors/developer', { status, title, stack, method: request.method }, request, response);
    }
    const text = say(message ?? firstOfFields ?? statusMessage(status, 'message'));
    const back = this.backFrom(request);
    const locals = {
      status,
      title,
      message: text,
      back,
      // Where a form goes to there may be no page to come back to, for who changes the language here.
      path: request.method === 'GET' ? request.originalUrl : back,
      requestId: status >= 500 ? request.id : undefined,
    };
    return this.pages.render('errors/error', locals, request, response);
  }

  /** Too late for an answer: or the reader would take half a page for a whole one. */
  private cut(error: unknown, { id }: AppRequest, response: Response): void {
    this.logger.error({ event: 'request.cut', requestId: id, err: error });
    response.destroy();
  }

  /** Where the reader came from, if that was a page of ours. */
  private backFrom(request: AppRequest): string {
    const referrer = URL.parse(request.get('referer') ?? '');
    const isOurs = referrer?.origin === this.http.origin && request.method === 'GET';
    // The path of an address of ours may be `//evil.example`, which alone is another site.
    const path = isOurs ? localPath(referrer.pathname + referrer.search, this.http.pathPrefix) : undefined;
    return path ?? this.urls.path('timeline.home');
  }

  private sendToLogin(request: AppRequest, response: Response): void {
    // What another page had to say explains more.
    if (!this.flashes.isWaiting(request)) this.flashes.leave(response, notice('errors.auth.loginRequired'));
    // What was posted cannot be repeated by following a link.
    const next = request.method === 'GET' || request.method === 'HEAD' ? request.originalUrl : undefined;
    response.redirect(302, this.urls.path('auth.login', { next }));
  }

  private log({ status }: Problem, err: unknown, request: AppRequest): void {
    const { id, method } = request;
    const path = loggablePath(request.path);
    // What a service throws on purpose, such as that no translator is there, is no fault of ours.
    const level = err instanceof DomainError ? 'warn' : 'error';
    if (status >= 500) this.logger[level]({ event: 'request.failed', requestId: id, method, path, status, err });
    else this.logger.debug({ event: 'request.refused', requestId: id, method, path, status, reason: reasonOf(err) });
    // Unlike a part that is away for a while, of which the admins know by other means, this is a fault of ours.
    if (status === 500) this.failures.report(err, { request: `${method} ${path}`, requestId: id });
  }
}

/** Programs get JSON: below `/api` always, elsewhere when they prefer it or do not care, which no browser does. */
function wantsJson(request: AppRequest): boolean {
  if (isApiPath(request.path)) return true;
  return request.accepts(['application/json', 'application/problem+json', 'html']) !== 'html';
}

/** Others quote what was sent: a password out of JSON that cannot be read, the query of an address that leads nowhere. */
const reasonOf = (error: unknown): string =>
  error instanceof DomainError ? String(error) : String((error as Partial<Error> | null | undefined)?.name);
