import { resolve } from 'node:path';
import { AppConfig } from './app.config';
import { Environment } from './environment';

describe('the kind of run', () => {
  it('is development, unless it is said', () => {
    const app = new AppConfig(new Environment({}));

    expect(app).toMatchObject({ mode: 'development', isProduction: false, dataDir: resolve('data') });
  });

  it('may be production, with a data folder anywhere', () => {
    const app = new AppConfig(new Environment({ NODE_ENV: 'production', DATA_DIR: '/var/lib/microblog' }));

    expect(app).toMatchObject({ mode: 'production', isProduction: true, dataDir: '/var/lib/microblog' });
  });

  it('cannot be anything else: a misspelt production must not run as development', () => {
    const environment = new Environment({ NODE_ENV: 'prod' });
    new AppConfig(environment);

    expect(environment.faults).toEqual([{ name: 'NODE_ENV', problem: 'must be one of production, development, test' }]);
  });
});
