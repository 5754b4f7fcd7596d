import { type ExecutionContext, SetMetadata } from '@nestjs/common';

const IS_API = 'microblog:api';

/** Marks a controller as part of the REST API: tokens instead of cookies, JSON instead of pages. */
export const MarkApi = (): ClassDecorator => SetMetadata(IS_API, true);

export const isApi = (context: ExecutionContext): boolean => Reflect.getMetadata(IS_API, context.getClass()) === true;
