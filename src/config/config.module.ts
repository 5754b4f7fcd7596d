import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig } from './app.config';
import type { Config } from './config';
import { DatabaseConfig } from './database.config';
import { HttpConfig } from './http.config';
import { LogConfig } from './log.config';
import { MetricsConfig } from './metrics.config';
import { SecurityConfig } from './security.config';
import { SiteConfig } from './site.config';

/** Hands the configuration to whoever asks for one of its classes. Global: everything is configured by something. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    const providers = [
      { provide: AppConfig, useValue: config.app },
      { provide: HttpConfig, useValue: config.http },
      { provide: DatabaseConfig, useValue: config.database },
      { provide: SecurityConfig, useValue: config.security },
      { provide: SiteConfig, useValue: config.site },
      { provide: LogConfig, useValue: config.log },
      { provide: MetricsConfig, useValue: config.metrics },
    ];
    return { module: ConfigModule, global: true, providers, exports: providers };
  }
}
