import { type ExecutionContext, SetMetadata } from '@nestjs/common';

const IS_PUBLIC = 'microblog:public';

/** Opens a route to people who are not signed in. Everything else is closed. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);

export const isPublic = (context: ExecutionContext): boolean =>
  [context.getHandler(), context.getClass()].some((target) => Reflect.getMetadata(IS_PUBLIC, target) === true);
