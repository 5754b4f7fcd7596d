import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { Config } from './config';

/** Hands the configuration to whoever asks for one of its classes. Global: everything is configured by something. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    const providers = Object.values(config).map((part: object) => ({ provide: part.constructor as Type, useValue: part }));
    return { module: ConfigModule, global: true, providers, exports: providers };
  }
}
