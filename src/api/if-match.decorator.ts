import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Precondition, unconditionally } from '../common/precondition';
import { ChangedMeanwhile } from './api.errors';
import { ApiProblems } from './api-problems.decorator';
import { describedParam } from './described-param';
import { entityTagOf, isNamed } from './entity-tag';

/** What the caller has read of what is now to be changed: `If-Match` (RFC 9110, 13.1.1). */
export class IfMatchHeader {
  constructor(private readonly sent: string | undefined) {}

  /**
   * That it is still what the caller has read.
   *
   * @param read gives what a GET of it answers
   */
  still(read: () => Promise<object>): Precondition {
    const { sent } = this;
    if (sent === undefined) return unconditionally;
    return async () => {
      if (!isNamed(sent, entityTagOf(JSON.stringify(await read())))) throw new ChangedMeanwhile();
    };
  }
}

const ifMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) => new IfMatchHeader(context.switchToHttp().getRequest<Request>().get('If-Match')),
);

/** For the change of something that can also be read: `@IfMatch() match: IfMatchHeader`. */
export const IfMatch = (): ParameterDecorator =>
  describedParam(
    ifMatch(),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The `ETag` of what you have read: nothing is changed unless it is still so',
      schema: { type: 'string' },
    }),
    ApiProblems(412),
  );
