import { Global, Module } from '@nestjs/common';
import { ProblemDetails } from './problem-details';

/** The JSON kit: errors, links and the document of the REST API. */
@Global()
@Module({ providers: [ProblemDetails], exports: [ProblemDetails] })
export class ApiModule {}
