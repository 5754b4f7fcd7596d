import { packMessage, unpackMessage } from './message';

describe('a packed message', () => {
  it('comes out as it went in', () => {
    expect(unpackMessage(packMessage('validation.length', { min: 1, max: 140 }))).toEqual({
      key: 'validation.length',
      args: { min: 1, max: 140 },
    });
    expect(unpackMessage(packMessage('validation.required'))).toEqual({ key: 'validation.required' });
  });
});
