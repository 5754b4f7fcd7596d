import { inspectConfig } from '../../../config/config';
import { checkConfiguration } from './configuration';

const SECRET_KEY = 'kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a';
const found = (variables: Record<string, string>) =>
  checkConfiguration(inspectConfig({ NODE_ENV: 'production', SECRET_KEY, ...variables })).map(
    ({ state, found: text }) => `${state} ${text.split(/[ :]/)[0]}`,
  );

describe('the configuration', () => {
  it('is told with the kind of run and the address', () => {
    const report = inspectConfig({ NODE_ENV: 'production', SECRET_KEY, BASE_URL: 'https://blog.example', TRUST_PROXY: '1' });

    expect(checkConfiguration(report)).toEqual([{ state: 'ok', found: 'production, https://blog.example', advice: null }]);
  });

  it.each([
    [{}, ['warning BASE_URL']],
    [{ BASE_URL: 'http://blog.example' }, ['warning BASE_URL']],
    [{ BASE_URL: 'https://blog.example' }, ['warning TRUST_PROXY']],
    [{ BASE_URL: 'http://localhost:3000' }, ['ok production,']],
    [{ BASE_URL: 'http://abcdef.onion' }, ['ok production,']],
    [{ NODE_ENV: 'development' }, ['ok development,']],
    [{ PORT: 'x', LOG_LEVEL: 'y', BASE_URL: 'http://localhost' }, ['failed PORT', 'failed LOG_LEVEL']],
    [{ HOST: 'a b', BASE_URL: 'http://localhost' }, ['failed HOST']],
  ])('%j', (variables, expected) => expect(found(variables)).toEqual(expected));

  it('never tells a value', () => {
    const wrong = { SECRET_KEY: 'changeme-1234', METRICS_TOKEN: 'geheim', REDIS_URL: 'http://:geheim@x', SMTP_URL: 'geheim' };

    const text = JSON.stringify(checkConfiguration(inspectConfig(wrong)));

    expect(text).toContain('SECRET_KEY');
    expect(text).toContain('METRICS_TOKEN');
    expect(text).not.toMatch(/geheim|1234/);
  });
});
