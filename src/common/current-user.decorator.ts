import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AppRequest } from './app-request';
import type { Viewer } from './viewer';

/** The person who is asking. On a `@Public()` route it may be undefined; everywhere else the guard has made sure. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Viewer | undefined => {
  return context.switchToHttp().getRequest<AppRequest>().user;
});
