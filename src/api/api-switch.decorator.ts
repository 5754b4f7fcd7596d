import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems } from './api-problems.decorator';

/**
 * A handler that turns something on or off: `@ApiSwitch(Put('like'), 'Likes a post')`. Sent twice, it is as it was after the first time.
 *
 * @param method `Put` or `Delete` of the path
 */
export const ApiSwitch = (method: MethodDecorator, summary: string): MethodDecorator =>
  applyDecorators(
    method,
    HttpCode(204),
    ApiOperation({ summary: `${summary}; doing it twice is harmless` }),
    ApiNoContentResponse(),
    ApiProblems(404),
  );
