import { existsSync } from 'node:fs';
import { ApiConfig } from './api.config';
import { AppConfig } from './app.config';
import { DatabaseConfig } from './database.config';
import { ConfigError, Environment } from './environment';
import { HttpConfig } from './http.config';
import { JobsConfig } from './jobs.config';
import { LogConfig } from './log.config';
import { MailConfig } from './mail.config';
import { MetricsConfig } from './metrics.config';
import { RedisConfig } from './redis.config';
import { SecurityConfig } from './security.config';
import { SiteConfig } from './site.config';
import { TimelineConfig } from './timeline.config';
import { TranslationConfig } from './translation.config';

/** The whole configuration, a class a concern. */
export interface Config {
  readonly app: AppConfig;
  readonly http: HttpConfig;
  readonly api: ApiConfig;
  readonly database: DatabaseConfig;
  readonly redis: RedisConfig;
  readonly jobs: JobsConfig;
  readonly mail: MailConfig;
  readonly security: SecurityConfig;
  readonly site: SiteConfig;
  readonly timeline: TimelineConfig;
  readonly translation: TranslationConfig;
  readonly log: LogConfig;
  readonly metrics: MetricsConfig;
}

/**
 * Reads and checks the configuration once.
 *
 * @throws ConfigError with every fault at once
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const environment = new Environment(variables);
  const app = new AppConfig(environment);
  const http = new HttpConfig(environment, app);
  const redis = new RedisConfig(environment);
  const config = {
    app,
    http,
    api: new ApiConfig(environment),
    database: new DatabaseConfig(environment, app),
    redis,
    jobs: new JobsConfig(environment, redis),
    mail: new MailConfig(environment, http),
    security: new SecurityConfig(environment, app),
    site: new SiteConfig(environment),
    timeline: new TimelineConfig(environment),
    translation: new TranslationConfig(environment),
    log: new LogConfig(environment, app),
    metrics: new MetricsConfig(environment),
  };
  if (environment.faults.length > 0) throw new ConfigError(environment.faults);
  return config;
}

/** The configuration of this process: its environment, and `.env` in the working folder for what the environment leaves open. */
export function processConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}
