import { type CallHandler, type ExecutionContext, HttpStatus, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';

interface Linked {
  readonly _links?: Readonly<Record<string, string | null>>;
}

/** Tells in headers what `_links` tells in the body: the neighbours of a page (`Link`, RFC 8288), the address of what was created. */
@Injectable()
export class AnswerHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<Linked | undefined>): Observable<Linked | undefined> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(tap((answer) => describe(response, answer?._links ?? {})));
  }
}

function describe(response: Response, { self, next, prev }: NonNullable<Linked['_links']>): void {
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'private, no-cache');
  if (response.statusCode === Number(HttpStatus.CREATED) && self) response.location(self);
  if (next) response.append('Link', `<${next}>; rel="next"`);
  if (prev) response.append('Link', `<${prev}>; rel="prev"`);
}
