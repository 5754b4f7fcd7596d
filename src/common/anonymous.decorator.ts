import { applyDecorators, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Public } from './public.decorator';

const IS_ANONYMOUS = 'microblog:anonymous';

/**
 * Opens a route on which nobody is ever recognised: it answers everybody alike, sets no cookie that a shared cache would hand to
 * others, and asks no database who is there.
 */
export const Anonymous = (): MethodDecorator => applyDecorators(Public(), SetMetadata(IS_ANONYMOUS, true));

export const isAnonymous = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(IS_ANONYMOUS, context.getHandler()) === true;
