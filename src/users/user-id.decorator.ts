import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { describedParam } from '../api/described-param';
import type { AppRequest } from '../common/app-request';
import { parseId } from '../common/page';
import { UserNotFound } from './users.errors';

const ME = 'me';

const userId = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const request = context.switchToHttp().getRequest<AppRequest>();
  const text = String(request.params['id']);
  const id = text === ME ? request.user?.id : parseId(text);
  if (id === undefined) throw new UserNotFound(text);
  return id;
});

/** Whom a route `:id` of the API is about; `me` is who is asking. What is no id names nobody. */
export const UserId = (): ParameterDecorator =>
  describedParam(
    userId(),
    ApiParam({
      name: 'id',
      schema: { oneOf: [{ type: 'integer', minimum: 1 }, { const: ME } as object] },
      description: 'Id of a person, or `me`',
    }),
  );
