import { applyDecorators, Controller, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiDefaultResponse, ApiExtension, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { MarkApi } from '../common/mark-api.decorator';
import { Public } from '../common/public.decorator';
import { AnswerHeaders } from './answer-headers.interceptor';
import { TAKES_KEYS } from './api-conventions';
import { ApiProblems } from './api-problems.decorator';
import { ConditionalGet } from './conditional-get.interceptor';
import { Idempotency } from './idempotency/idempotency.interceptor';
import { ProblemJson, problemContent } from './problem-json';

interface ApiControllerOptions {
  /** The heading in the API document; the path, when it is not given. */
  readonly tag?: string;
  /** Everybody may call it, without a token. */
  readonly open?: boolean;
  /** A POST that is sent again answers the same again by itself: nothing is kept of it. */
  readonly repeatable?: boolean;
}

/** A controller of the REST API, below `/api`: called with a token, answers JSON. */
export function ApiController(
  path: string,
  { tag = path, open = false, repeatable = false }: ApiControllerOptions = {},
): ClassDecorator {
  return applyDecorators(
    Controller(`api/${path}`),
    MarkApi(),
    UseInterceptors(ConditionalGet, AnswerHeaders),
    ...(repeatable ? [] : [UseInterceptors(Idempotency), ApiExtension(TAKES_KEYS, true)]),
    ApiTags(tag),
    ApiExtraModels(ProblemJson),
    ApiDefaultResponse({ description: 'Anything else that may go wrong', content: problemContent }),
    ...(open ? [Public()] : [ApiBearerAuth(), ApiProblems(401)]),
  );
}
