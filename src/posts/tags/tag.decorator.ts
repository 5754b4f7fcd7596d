import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Request } from 'express';
import { describedParam } from '../../api/described-param';
import { TagNotFound } from '../posts.errors';
import { normalTag } from '../text/post-text';

const tagParam = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const tag = normalTag(String(context.switchToHttp().getRequest<Request>().params['tag']));
  if (tag === '') throw new TagNotFound();
  return tag;
});

/** Which tag a route `:tag` is about, in the spelling by which they are compared. What cannot be a tag is not found. */
export const Tag = (): ParameterDecorator =>
  describedParam(
    tagParam(),
    ApiParam({ name: 'tag', schema: { type: 'string' }, description: 'Without the #, in any case', example: 'birds' }),
  );
