import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { projectRoot } from '../common/project-root';
import { AppConfig } from '../config/app.config';
import { Translator } from '../i18n/translator';
import { UrlFor } from '../routing/url-for';
import { AnswerWriter } from './answer-writer';
import { Assets } from './assets';
import { Csrf } from './csrf';
import { CsrfGuard } from './csrf.guard';
import { Flashes } from './flashes';
import { LayoutLocals } from './layout-locals';
import { PageRenderer } from './page-renderer';
import { Pager } from './pager';
import { ViewEngine } from './view-engine';
import { viewHelpers } from './view-helpers';

/** The HTML kit: templates, forms, messages for the next page, proof against forged forms. */
@Global()
@Module({
  providers: [
    AnswerWriter,
    Assets,
    Csrf,
    CsrfGuard,
    Flashes,
    LayoutLocals,
    PageRenderer,
    Pager,
    {
      provide: ViewEngine,
      inject: [Translator, UrlFor, Assets, AppConfig],
      useFactory: (translator: Translator, urls: UrlFor, assets: Assets, app: AppConfig) => {
        const cache = app.mode !== 'development';
        return new ViewEngine({
          folder: join(projectRoot(), 'views'),
          helpers: viewHelpers({ translator, urls, assets, cache }),
          cache,
        });
      },
    },
  ],
  exports: [AnswerWriter, Assets, CsrfGuard, Flashes, PageRenderer, Pager, ViewEngine],
})
export class WebModule {}
