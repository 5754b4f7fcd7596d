import { AppConfig } from '../../src/config/app.config';
import { type Config, readConfig } from '../../src/config/config';
import { Environment } from '../../src/config/environment';

type Variables = Readonly<Record<string, string>>;

/** The configuration of a program that writes nothing, neither files nor a log. */
export const testConfig = (variables: Variables = {}): Config =>
  readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', SECRET_KEY: 'kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a', ...variables });

/** Reads one class of the configuration and tells which variables have faults: `const read = reader(HttpConfig)`. */
export const reader =
  <C>(type: new (environment: Environment, app: AppConfig) => C) =>
  (variables: Variables = {}): { readonly config: C; readonly faults: string[] } => {
    const environment = new Environment(variables);
    const config = new type(environment, new AppConfig(environment));
    return { config, faults: environment.faults.map(({ name }) => name) };
  };
