import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import { parseId } from '../common/page';
import type { Viewer } from '../common/viewer';
import { RequestLocale } from '../i18n/request-locale';
import { PostPresenter } from '../posts/post.presenter';
import { page } from '../web/answers';
import { TranslationService } from './translation.service';

/** The button below a post in another language: a page for who has no scripts, the text alone for a script. */
@Controller('translate')
export class TranslationController {
  constructor(
    private readonly translations: TranslationService,
    private readonly presenter: PostPresenter,
    private readonly locales: RequestLocale,
  ) {}

  @Post()
  @HttpCode(200)
  async translate(
    @Body() body: unknown,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { post_id: id, dest_language: language = this.locales.of(request) } = (body ?? {}) as Record<string, unknown>;
    const postId = parseId(typeof id === 'number' ? String(id) : id);
    const { post, text, language: into } = await this.translations.translate(postId, String(language), me);
    response.vary('Accept');
    if (request.accepts(['json', 'html']) === 'json') return { text, source_language: post.language, dest_language: into };
    return page('translation/show', { post: this.presenter.present(post, me), text, language: into });
  }
}
