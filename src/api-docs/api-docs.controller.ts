import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../common/public.decorator';
import { page } from '../web/answers';

/** The API document for people. A page like any other, though it stands below `/api`. */
@ApiTags('documentation')
@Controller('api/docs')
export class ApiDocsController {
  @Public()
  @Get()
  @ApiOperation({ summary: 'This document as a page' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  show() {
    return page('api/docs');
  }
}
