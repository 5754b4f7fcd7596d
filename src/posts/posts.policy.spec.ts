import { canDelete, canEdit } from './posts.policy';

it('lets its author delete a post, and nobody else', () => {
  expect(canDelete({ id: 1 }, { authorId: 1 })).toBe(true);
  expect(canDelete({ id: 2 }, { authorId: 1 })).toBe(false);
});

it('lets its author edit a post, and nobody else', () => {
  expect(canEdit({ id: 1 }, { authorId: 1 })).toBe(true);
  expect(canEdit({ id: 2 }, { authorId: 1 })).toBe(false);
});
