import { placeOf } from './place';

describe('the place of an address', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is here', (ip) => {
    expect(placeOf(ip)).toEqual({ kind: 'here' });
  });

  it.each(['10.1.2.3', '192.168.1.1', '172.16.0.1', '172.31.255.255', '100.64.0.1', 'fd00::1', 'fe80::1'])('%s is near', (ip) => {
    expect(placeOf(ip)).toEqual({ kind: 'near' });
  });

  it('is a country', () => {
    expect(placeOf('88.1.2.3')).toEqual({ kind: 'country', country: 'ES' });
    expect(placeOf('8.8.8.8')).toEqual({ kind: 'country', country: 'US' });
  });

  it.each(['', 'nonsense', '2001:db8::1', '240.0.0.1', '172.32.0.999'])('is unknown for %j', (ip) => {
    expect(placeOf(ip)).toEqual({ kind: 'unknown' });
  });
});
