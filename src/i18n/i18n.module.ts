import { join } from 'node:path';
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { I18nJsonLoader, I18nModule as NestI18nModule, type I18nResolver } from 'nestjs-i18n';
import { projectRoot } from '../common/project-root';
import { AppConfig } from '../config/app.config';
import { SiteConfig } from '../config/site.config';
import { RequestLocale } from './request-locale';
import { Translator } from './translator';

/** nestjs-i18n wants one, and says so at each start. Nobody asks it. */
class Undecided implements I18nResolver {
  resolve(): undefined {}
}

/**
 * nestjs-i18n without the interceptor that finds out a language for each request: ours is told with each text. It would do nothing there, and each
 * request would wait for it.
 */
function withoutInterceptor(module: DynamicModule): DynamicModule {
  const isInterceptor = (provider: Provider): boolean => 'provide' in provider && provider.provide === APP_INTERCEPTOR;
  return { ...module, providers: module.providers?.filter((provider) => !isInterceptor(provider)) };
}

/** Catalogues and the language of a request. nestjs-i18n reads and formats; which language counts is decided by {@link RequestLocale}. */
@Global()
@Module({
  imports: [
    withoutInterceptor(
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
    ),
  ],
  providers: [Translator, RequestLocale],
  exports: [Translator, RequestLocale],
})
export class I18nModule {}
