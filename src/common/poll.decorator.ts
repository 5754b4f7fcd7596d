import { type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { AppRequest } from './app-request';

const IS_POLL = 'microblog:poll';

type IsPoll = (request: AppRequest) => boolean;

/** A route that an open page asks by itself, always or for some requests: that does not show that somebody is there. */
export const Poll = (when: IsPoll = () => true): CustomDecorator => SetMetadata(IS_POLL, when);

export function isPoll(context: ExecutionContext): boolean {
  const when = Reflect.getMetadata(IS_POLL, context.getHandler()) as IsPoll | undefined;
  return when?.(context.switchToHttp().getRequest()) ?? false;
}
