import { reader } from '../../test/support/test-config';
import { LogConfig } from './log.config';

const read = reader(LogConfig);

describe('the log', () => {
  it('is for people while developing, for programs in production, and goes to standard output', () => {
    expect(read().config).toEqual({ level: 'info', format: 'pretty', file: undefined });
    expect(read({ NODE_ENV: 'production' }).config.format).toBe('json');
  });

  it('is what the operator chose', () => {
    const { config: log, faults } = read({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json', LOG_FILE: 'logs/microblog.log' });

    expect(faults).toEqual([]);
    expect(log).toEqual({ level: 'silent', format: 'json', file: 'logs/microblog.log' });
  });

  it.each([
    ['LOG_LEVEL', 'loud'],
    ['LOG_FORMAT', 'xml'],
  ])('cannot be %s=%s', (name, value) => {
    expect(read({ [name]: value }).faults).toEqual([name]);
  });
});
