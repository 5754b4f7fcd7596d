import { Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { RequestLocale } from '../i18n/request-locale';
import { PostId } from '../posts/post-id.decorator';
import { TranslationService } from './translation.service';

/** A post in another language. */
export class TranslationJson {
  @ApiProperty({ example: 'Good morning!' })
  readonly text!: string;

  @ApiProperty({ description: "Of the post, '' when nobody is sure: then the text is the post's own", example: 'es' })
  readonly source_language!: string;

  @ApiProperty({ example: 'en' })
  readonly dest_language!: string;
}

/** Posts in the reader's language. */
@ApiController('posts/:id/translation', { tag: 'posts' })
export class TranslationApiController {
  constructor(
    private readonly translations: TranslationService,
    private readonly locales: RequestLocale,
  ) {}

  @Get()
  @ApiOperation({ summary: 'A post in a language of this site; without `language` in that of the request' })
  @ApiQuery({ name: 'language', required: false, schema: { type: 'string' }, example: 'en' })
  @ApiOkResponse({ type: TranslationJson })
  @ApiProblems(400, 404, 429, 503)
  async show(
    @PostId() id: number,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
    @Query('language') wanted?: unknown,
  ): Promise<TranslationJson> {
    const asked = typeof wanted === 'string' ? wanted : this.locales.of(request);
    const { post, text, language } = await this.translations.translate(id, asked, me);
    return { text, source_language: post.language, dest_language: language };
  }
}
