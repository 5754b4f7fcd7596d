import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Request } from 'express';
import { describedParam } from '../api/described-param';
import { parseId } from '../common/page';
import { PostNotFound } from './posts.errors';

const postId = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const id = parseId(context.switchToHttp().getRequest<Request>().params['id']);
  if (id === undefined) throw new PostNotFound();
  return id;
});

/** Which post a route `:id` is about. An id that is none names no post. */
export const PostId = (): ParameterDecorator =>
  describedParam(postId(), ApiParam({ name: 'id', schema: { type: 'integer', minimum: 1 }, description: 'Id of a post' }));
