import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { I18nJsonLoader, I18nModule as NestI18nModule, type I18nResolver } from 'nestjs-i18n';
import { projectRoot } from '../common/project-root';
import { AppConfig } from '../config/app.config';
import { SiteConfig } from '../config/site.config';
import { RequestLocale } from './request-locale';
import { Translator } from './translator';

/** nestjs-i18n wants to be told of a language for each request. We tell it with each text instead. */
class Undecided implements I18nResolver {
  resolve(): undefined {}
}

/** Catalogues and the language of a request. nestjs-i18n reads and formats; which language counts is decided by {@link RequestLocale}. */
@Global()
@Module({
  imports: [
    NestI18nModule.forRootAsync({
      imports: [],
      resolvers: [Undecided],
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
