import { Module } from '@nestjs/common';
import { TranslationConfig } from '../config/translation.config';
import { PostsModule } from '../posts/posts.module';
import { PostTranslator } from './post-translator.port';
import { Azure } from './services/azure';
import { DeepL } from './services/deepl';
import { LibreTranslate } from './services/libre-translate';
import { Nobody } from './services/nobody';
import { TranslationApiController } from './translation.api-controller';
import { TranslationController } from './translation.controller';
import { TranslationService } from './translation.service';

/** Who does it, as the operator chose. */
export function postTranslator(config: TranslationConfig): PostTranslator {
  switch (config.service) {
    case 'libretranslate':
      return new LibreTranslate(config);
    case 'deepl':
      return new DeepL(config);
    case 'azure':
      return new Azure(config);
    default:
      return new Nobody();
  }
}

/** Posts in the reader's language, by a service that the operator chose. */
@Module({
  imports: [PostsModule],
  controllers: [TranslationController, TranslationApiController],
  providers: [TranslationService, { provide: PostTranslator, inject: [TranslationConfig], useFactory: postTranslator }],
})
export class TranslationModule {}
