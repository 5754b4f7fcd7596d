import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { problemContent } from './problem-json';

const MEANING = {
  400: 'The input breaks a rule, or makes no sense',
  401: 'Who is asking is not known: the proof is missing, wrong or no longer good',
  403: 'Whoever is asking may not do this',
  404: 'There is no such thing',
  409: 'This clashes with what is already there',
  412: 'It is not what you have read any more: read it again',
  413: 'The body is too large',
  415: 'The body is not JSON',
  416: 'It has no such part',
  429: 'That was too often: `Retry-After` tells how many seconds to wait',
  503: 'Something that this needs is away: try again later',
} as const;

/** What may go wrong, for the API document. */
export const ApiProblems = (...statuses: (keyof typeof MEANING)[]): ClassDecorator & MethodDecorator =>
  applyDecorators(...statuses.map((status) => ApiResponse({ status, description: MEANING[status], content: problemContent })));
