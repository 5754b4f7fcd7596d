import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, type OpenAPIObject } from '@nestjs/swagger';
import { ApiController } from './api-controller.decorator';
import { ApiDocument } from './api-document';

@ApiController('openapi.json', { tag: 'documentation', open: true })
export class DocumentApiController {
  constructor(private readonly document: ApiDocument) {}

  @Get()
  @ApiOperation({ summary: 'This document (OpenAPI 3.1)' })
  @ApiOkResponse({ schema: { type: 'object' } })
  show(): OpenAPIObject {
    return this.document.get();
  }
}
