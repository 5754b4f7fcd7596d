import { testConfig } from '../../../test/support/test-config';
import { readConfig } from '../../config/config';
import { checkConfiguration, faultsOf } from './configuration.check';

const SECRET_KEY = 'kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a';

it.each([
  [{ NODE_ENV: 'development' }, 'ok'],
  [{ NODE_ENV: 'production', BASE_URL: 'https://example.org' }, 'ok'],
  [{ NODE_ENV: 'production', BASE_URL: 'http://example.org' }, 'warning'],
  [{ NODE_ENV: 'production' }, 'warning'],
])('of %j thinks %s', (variables: Record<string, string>, state) => {
  expect(checkConfiguration(testConfig({ SECRET_KEY, ...variables })).map((finding) => finding.state)).toEqual([state]);
});

it('tells every fault by its name, and no value', () => {
  let error: unknown;
  try {
    readConfig({ NODE_ENV: 'production', SECRET_KEY: 'hunter2', PORT: '-1', SMTP_URL: 'gopher://hunter2' });
  } catch (thrown) {
    error = thrown;
  }

  const faults = faultsOf(error);

  expect(faults.map(({ found }) => found.split(' ')[0])).toEqual(['PORT', 'SMTP_URL', 'SECRET_KEY']);
  expect(JSON.stringify(faults)).not.toContain('hunter2');
  expect(faults.every(({ state, advice }) => state === 'failed' && advice !== undefined)).toBe(true);
});
