import { Module } from '@nestjs/common';
import { ApiDocsController } from './api-docs.controller';

/** The page about the REST API, which the API kit describes and the web kit shows. */
@Module({ controllers: [ApiDocsController] })
export class ApiDocsModule {}
