import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { AppRequest } from '../common/app-request';
import { UrlFor } from '../routing/url-for';
import { PageView, RedirectTo } from './answers';
import { Flashes } from './flashes';
import { PageRenderer } from './page-renderer';

/** Turns what a page controller returns into HTML or into a redirect. Anything else passes. */
@Injectable()
export class RenderInterceptor implements NestInterceptor {
  constructor(
    private readonly pages: PageRenderer,
    private readonly urls: UrlFor,
    private readonly flashes: Flashes,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((answer: unknown) => this.answer(answer, request, response)));
  }

  private answer(answer: unknown, request: AppRequest, response: Response): unknown {
    if (answer instanceof PageView) {
      response.status(answer.status);
      return this.pages.render(answer.template, answer.locals, request, response);
    }
    if (answer instanceof RedirectTo) {
      if (answer.flash) this.flashes.leave(response, answer.flash);
      const { location } = answer;
      response.status(303);
      response.location('path' in location ? location.path : this.urls.path(location.route, location.args));
      return '';
    }
    return answer;
  }
}
