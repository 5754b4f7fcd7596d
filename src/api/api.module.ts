import { Global, Module } from '@nestjs/common';
import { ApiDocument } from './api-document';
import { DocumentApiController } from './document.api-controller';
import { IdempotencyKeysRepository } from './idempotency/idempotency-keys.repository';
import { TidyKeysProcessor } from './idempotency/tidy-keys.processor';
import { JsonPages } from './json-pages';
import { ProblemDetails } from './problem-details';

/** The JSON kit: errors, pages of lists and the document of the REST API. */
@Global()
@Module({
  controllers: [DocumentApiController],
  providers: [ApiDocument, IdempotencyKeysRepository, TidyKeysProcessor, JsonPages, ProblemDetails],
  exports: [ApiDocument, IdempotencyKeysRepository, JsonPages, ProblemDetails],
})
export class ApiModule {}
