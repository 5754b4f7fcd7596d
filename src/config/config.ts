import { existsSync } from 'node:fs';
import { ApiConfig } from './api.config';
import { AppConfig } from './app.config';
import { DatabaseConfig } from './database.config';
import { ConfigError, type ConfigFault, Environment } from './environment';
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

/** A configuration that may be wrong. */
export interface ConfigReport {
  /** With the usual values in place of what is wrong. */
  readonly config: Config;
  readonly faults: readonly ConfigFault[];
}

export const ENV_FILE = '.env';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the configuration once.
 *
 * @throws ConfigError with every fault at once
 */
export function readConfig(variables: Variables): Config {
  const environment = new Environment(variables);
  const config = configOf(environment);
  if (environment.faults.length > 0) throw new ConfigError(environment.faults);
  return config;
}

/** The same for those who only look: it throws nothing. */
export function inspectConfig(variables: Variables): ConfigReport {
  const environment = new Environment(variables);
  return { config: configOf(environment), faults: environment.faults };
}

/** The configuration of this process: its environment, and `.env` in the working folder for what the environment leaves open. */
export function processConfig(): Config {
  loadEnvFile();
  return readConfig(process.env);
}

/** The same for those who only look. What is to be said of `.env` itself is the first of the faults. */
export function inspectProcessConfig(): ConfigReport {
  const faults: ConfigFault[] = [];
  try {
    loadEnvFile();
  } catch (error) {
    faults.push({ name: ENV_FILE, problem: `cannot be read: ${(error as Error).message}` });
  }
  const report = inspectConfig(process.env);
  return { ...report, faults: [...faults, ...report.faults] };
}

function loadEnvFile(): void {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
}

function configOf(environment: Environment): Config {
  const app = new AppConfig(environment);
  const http = new HttpConfig(environment, app);
  const redis = new RedisConfig(environment);
  return {
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
}
