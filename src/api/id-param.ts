import { createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Request } from 'express';
import { parseId } from '../common/page';
import { describedParam } from './described-param';

/**
 * A decorator for the `:id` of a route. What is no id names nothing, and is not found like an id that names nothing.
 *
 * @param what it names, for the API document
 */
export function idParam(what: string, NotFound: Type<Error>): () => ParameterDecorator {
  const param = createParamDecorator((_: unknown, context: ExecutionContext): number => {
    const id = parseId(context.switchToHttp().getRequest<Request>().params['id']);
    if (id === undefined) throw new NotFound();
    return id;
  });
  return () =>
    describedParam(param(), ApiParam({ name: 'id', schema: { type: 'integer', minimum: 1 }, description: `Id of ${what}` }));
}
