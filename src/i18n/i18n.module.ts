import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { I18nJsonLoader, I18nModule as NestI18nModule } from 'nestjs-i18n';
import { projectRoot } from '../common/project-root';
import { AppConfig } from '../config/app.config';
import { SiteConfig } from '../config/site.config';
import { RequestLocale } from './request-locale';
import { Translator } from './translator';

/** Catalogues and the language of a request. nestjs-i18n reads and formats; which language counts is decided by {@link RequestLocale}. */
@Global()
@Module({
  imports: [
    NestI18nModule.forRootAsync({
      imports: [],
      inject: [SiteConfig, AppConfig],
      useFactory: (site: SiteConfig, app: AppConfig) => ({
        fallbackLanguage: site.defaultLanguage,
        loaders: [new I18nJsonLoader({ path: join(projectRoot(), 'i18n'), watch: app.mode === 'development' })],
        logging: false,
        disableMiddleware: true,
        skipAsyncHook: true,
      }),
    }),
  ],
  providers: [Translator, RequestLocale],
  exports: [Translator, RequestLocale],
})
export class I18nModule {}
