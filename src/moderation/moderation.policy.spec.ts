import { canModerate, canSuspend } from './moderation.policy';

it.each([
  ['user', false],
  ['moderator', true],
  ['admin', true],
  ['nonsense', false],
])('a %s may moderate: %s', (role, may) => {
  expect(canModerate({ role })).toBe(may);
});

it.each([
  ['user', 'user', false],
  ['moderator', 'user', true],
  ['moderator', 'moderator', false],
  ['moderator', 'admin', false],
  ['admin', 'moderator', true],
  ['admin', 'admin', false],
])('a %s may suspend a %s: %s', (role, other, may) => {
  expect(canSuspend({ role }, { role: other })).toBe(may);
});
