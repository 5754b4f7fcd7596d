import type { PersonFacts, PersonPresenter } from '../users/person.presenter';
import type { PostRow } from './post-rows.repository';
import { PostPresenter } from './post.presenter';

const person = (id: number, username: string): PersonFacts => ({ id, username, email: `${username}@example.com` });
const people = { present: ({ id, username }: PersonFacts) => ({ id, username, avatarUrl: `/avatar/${id}` }) };
const presenter = new PostPresenter(people as PersonPresenter);

const [john, mary] = [person(1, 'john'), person(2, 'mary')];
const post: PostRow = {
  entryId: 7,
  id: 7,
  body: 'hello',
  language: 'en',
  createdAt: new Date('2026-11-27T12:00:00Z'),
  editedAt: null,
  author: john,
  repostedBy: null,
  replyToId: null,
  replyTo: null,
  repliesCount: 0,
  likesCount: 0,
  repostsCount: 0,
  isLiked: false,
  isReposted: false,
  isBookmarked: false,
  restrictions: [],
  isHidden: false,
};
const versionOf = (row: PostRow, viewer = mary): string => presenter.present(row, viewer).version;

// Pages keep the drawing of a post by this: what it forgets would be shown as it was.
describe('the version of a post', () => {
  it('is one for all to whom it looks the same', () => {
    expect(versionOf({ ...post })).toBe(versionOf(post, person(3, 'susan')));
  });

  it.each<Partial<PostRow>>([
    { id: 8 },
    { entryId: 9 },
    { editedAt: new Date('2026-11-27T13:00:00Z') },
    { author: person(1, 'johnny') },
    { author: person(4, 'john') },
    { repostedBy: mary },
    { replyToId: 3 },
    { replyToId: 3, replyTo: mary },
    { repliesCount: 1 },
    { likesCount: 1 },
    { repostsCount: 1 },
    { isLiked: true },
    { isReposted: true },
    { isBookmarked: true },
  ])('changes with %o', (change) => {
    expect(versionOf({ ...post, ...change })).not.toBe(versionOf(post));
  });

  it('tells what is in doubt apart', () => {
    const versions = [{ likesCount: 1 }, { repliesCount: 1 }, { repostsCount: 1 }, { isLiked: true }, { isReposted: true }, {}];
    expect(new Set(versions.map((change) => versionOf({ ...post, ...change }))).size).toBe(versions.length);
  });

  it('is another for its author, who may change it', () => {
    expect(versionOf(post, john)).not.toBe(versionOf(post, mary));
  });
});
