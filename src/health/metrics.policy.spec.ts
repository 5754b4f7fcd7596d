import { mayReadMetrics } from './metrics.policy';

const here = { authorization: undefined, address: '127.0.0.1', isForwarded: false };
const TOKEN = 'a token of sixteen bytes';

describe('metrics without a token', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('are for this machine: %s', (address) => {
    expect(mayReadMetrics({ ...here, address }, undefined)).toBe(true);
  });

  it.each(['10.0.0.1', '::ffff:10.0.0.1', '1127.0.0.1', '', undefined])('are not for others: %s', (address) => {
    expect(mayReadMetrics({ ...here, address }, undefined)).toBe(false);
  });

  it('are not for the world that a proxy on this machine asks for', () => {
    expect(mayReadMetrics({ ...here, isForwarded: true }, undefined)).toBe(false);
  });
});

describe('metrics with a token', () => {
  it('are for who has it, wherever they are', () => {
    expect(mayReadMetrics({ authorization: `Bearer ${TOKEN}`, address: '10.0.0.1', isForwarded: true }, TOKEN)).toBe(true);
  });

  it.each([undefined, 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])(
    'are for nobody else, not even on this machine: %s',
    (authorization) => {
      expect(mayReadMetrics({ ...here, authorization }, TOKEN)).toBe(false);
    },
  );
});
