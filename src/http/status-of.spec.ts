import { statusOf } from './status-of';

it.each([
  ['invalid', 400],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['conflict', 409],
  ['unavailable', 503],
] as const)('what is %s is answered with %d', (kind, status) => {
  expect(statusOf(kind)).toBe(status);
});
