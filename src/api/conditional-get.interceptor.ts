import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { entityTagOf } from './entity-tag';

/** What is read carries an `ETag`; who has it already gets 304 instead of it (RFC 9110, 13.1.2). Files take care of themselves. */
@Injectable()
export class ConditionalGet implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    if (request.method !== 'GET' && request.method !== 'HEAD') return next.handle();
    return next.handle().pipe(map((answer: unknown) => (answer === undefined ? answer : unlessKnown(answer, request, response))));
  }
}

function unlessKnown(answer: unknown, request: Request, response: Response): string | undefined {
  const text = JSON.stringify(answer);
  response.setHeader('ETag', entityTagOf(text));
  // It asks the headers of both.
  if (request.fresh) {
    response.status(304);
    return undefined;
  }
  response.type('json');
  return text;
}
