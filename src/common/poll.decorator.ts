import { type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';

const IS_POLL = 'microblog:poll';

/** A route that an open page asks by itself: it does not show that somebody is there. */
export const Poll = (): CustomDecorator => SetMetadata(IS_POLL, true);

export const isPoll = (context: ExecutionContext): boolean => Reflect.getMetadata(IS_POLL, context.getHandler()) === true;
