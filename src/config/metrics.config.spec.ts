import { reader } from '../../test/support/test-config';
import { MetricsConfig } from './metrics.config';

const read = reader(MetricsConfig);

describe('the token for the metrics', () => {
  it('is none, unless it is given', () => {
    expect(read()).toEqual({ config: { token: undefined }, faults: [] });
    expect(read({ METRICS_TOKEN: '0123456789abcdef' })).toEqual({ config: { token: '0123456789abcdef' }, faults: [] });
  });

  it('has 16 bytes or more', () => {
    expect(read({ METRICS_TOKEN: '0123456789abcde' }).faults).toEqual(['METRICS_TOKEN']);
  });
});
