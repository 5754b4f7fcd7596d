import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Request } from 'express';
import { describedParam } from '../api/described-param';
import { parseId } from '../common/page';
import { MessageNotFound } from './messages.errors';

const messageId = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const id = parseId(context.switchToHttp().getRequest<Request>().params['id']);
  if (id === undefined) throw new MessageNotFound();
  return id;
});

/** Which message a route `:id` is about. An id that is none names no message. */
export const MessageId = (): ParameterDecorator =>
  describedParam(messageId(), ApiParam({ name: 'id', schema: { type: 'integer', minimum: 1 }, description: 'Id of a message' }));
