import { FollowService } from '../../../src/follow/follow.service';
import { PostsService } from '../../../src/posts/posts.service';
import { KeptApart } from '../../../src/restrictions/restrictions.errors';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import { PASSWORD, type Person } from '../../factories/factories';
import type { BrowserSession, FilledForm, PageAnswer } from '../../support/browser-session';
import { errorsOf, flashOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const EIGHT = Array.from({ length: 8 }, (_, index) => index);

const statusesOf = (answers: PageAnswer[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b);

/** Sends forms at the same moment. */
const atOnce = (forms: (readonly [BrowserSession, FilledForm])[]): Promise<PageAnswer[]> =>
  Promise.all(forms.map(([browser, form]) => browser.send(form)));

/** Counters as they are kept, and as they would be counted. */
async function counters(person: Person) {
  const [kept] = await site.rows<object>(
    `SELECT posts_count AS posts, followers_count AS followers, following_count AS following FROM \`user\` WHERE id = ${person.id}`,
  );
  const count = async (table: string, column: string): Promise<number> => {
    const [row] = await site.rows<{ n: number | string }>(
      `SELECT COUNT(*) AS n FROM \`${table}\` WHERE ${column} = ${person.id}`,
    );
    return Number(row?.n);
  };
  const counted = {
    posts: await count('post', 'author_id'),
    followers: await count('follow', 'followed_id'),
    following: await count('follow', 'follower_id'),
  };
  return { kept, counted };
}

describe('eight people at once', () => {
  it('who want one name get one account and seven clear errors', async () => {
    const forms = await Promise.all(
      EIGHT.map(async (index) => {
        const browser = site.browser();
        const email = `susan${index}@example.com`;
        const fields = { username: index % 2 ? 'susan' : 'SUSAN', email, password: PASSWORD, password2: PASSWORD };
        return [browser, await browser.fill('/auth/register', '/auth/register', fields)] as const;
      }),
    );

    const answers = await atOnce(forms);

    expect(statusesOf(answers)).toEqual([303, 422, 422, 422, 422, 422, 422, 422]);
    for (const answer of answers.filter(({ status }) => status === 422)) {
      expect(errorsOf(answer)).toEqual({ username: 'Please use a different username.' });
    }
    expect(await site.count('user')).toBe(1);
  });

  it('are told all that is taken, whichever index was looked at first', async () => {
    const forms = await Promise.all(
      EIGHT.map(async () => {
        const browser = site.browser();
        const fields = { username: 'susan', email: 'susan@example.com', password: PASSWORD, password2: PASSWORD };
        return [browser, await browser.fill('/auth/register', '/auth/register', fields)] as const;
      }),
    );

    const answers = await atOnce(forms);

    expect(statusesOf(answers)).toEqual([303, 422, 422, 422, 422, 422, 422, 422]);
    for (const answer of answers.filter(({ status }) => status === 422)) {
      expect(errorsOf(answer)).toEqual({
        username: 'Please use a different username.',
        email: 'Please use a different email address.',
      });
    }
  });

  it('who want one address, or send the same form, get one account as well', async () => {
    const forms = await Promise.all(
      EIGHT.map(async (index) => {
        const browser = site.browser();
        const username = index < 4 ? `susan${index}` : 'susan';
        const fields = { username, email: 'susan@example.com', password: PASSWORD, password2: PASSWORD };
        return [browser, await browser.fill('/auth/register', '/auth/register', fields)] as const;
      }),
    );

    const answers = await atOnce(forms);

    expect(statusesOf(answers)).toEqual([303, 422, 422, 422, 422, 422, 422, 422]);
    for (const answer of answers.filter(({ status }) => status === 422)) {
      expect(Object.values(errorsOf(answer)).join()).toMatch(/Please use a different (username|email address)\./);
    }
    expect(await site.count('user')).toBe(1);
  });

  it('who take one new name leave it to one of them', async () => {
    const people = Object.values(await site.people(...EIGHT.map((index) => `person${index}`)));
    const forms = await Promise.all(
      people.map(async (person) => {
        const browser = await site.signedIn(person);
        return [browser, await browser.fill('/edit_profile', '/edit_profile', { username: 'susan' })] as const;
      }),
    );

    const answers = await atOnce(forms);

    expect(statusesOf(answers)).toEqual([303, 422, 422, 422, 422, 422, 422, 422]);
    expect(await site.rows("SELECT username FROM `user` WHERE username_key = 'susan'")).toEqual([{ username: 'susan' }]);
  });

  it('who follow one person are all counted', async () => {
    const { john } = await site.people('john');
    const people = Object.values(await site.people(...EIGHT.map((index) => `person${index}`)));
    const forms = await Promise.all(
      people.map(async (person) => {
        const browser = await site.signedIn(person);
        return [browser, await browser.fill('/user/john', '/follow/john')] as const;
      }),
    );

    expect(statusesOf(await atOnce(forms))).toEqual(EIGHT.map(() => 303));

    const { kept, counted } = await counters(john);
    expect(kept).toEqual({ posts: 0, followers: 8, following: 0 });
    expect(counted).toEqual(kept);
  });

  it('or forty, who follow one person, do not wait for each other', async () => {
    const { john } = await site.people('john');
    const people = Object.values(await site.people(...Array.from({ length: 40 }, (_, index) => `person${index}`)));

    await Promise.all(people.map(({ id }) => site.app.get(FollowService).follow(id, john.id)));

    expect((await counters(john)).kept).toEqual({ posts: 0, followers: 40, following: 0 });
  });

  it('or forty, who follow one person that blocks them all at that moment, follow nobody', async () => {
    const { john } = await site.people('john');
    const people = Object.values(await site.people(...Array.from({ length: 40 }, (_, index) => `person${index}`)));

    const answers = await Promise.allSettled(
      people.flatMap(({ id }) => [
        site.app.get(FollowService).follow(id, john.id),
        site.app.get(RestrictionsService).block(john.id, id),
      ]),
    );

    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(KeptApart);
    expect(await site.count('restriction')).toBe(80);
    expect(await site.count('follow')).toBe(0);
    expect((await counters(john)).kept).toEqual({ posts: 0, followers: 0, following: 0 });
  });

  it('who follow one another are all counted, and nobody waits for ever', async () => {
    const people = Object.values(await site.people('susan', 'john', 'mary', 'david'));
    const browsers = await Promise.all(people.map((person) => site.signedIn(person)));
    const forms = await Promise.all(
      people.flatMap((person, index) =>
        people
          .filter((other) => other !== person)
          .map(async ({ username }) => {
            const browser = browsers[index]!;
            return [browser, await browser.fill(`/user/${username}`, `/follow/${username}`)] as const;
          }),
      ),
    );

    expect(statusesOf(await atOnce(forms))).toEqual(forms.map(() => 303));

    for (const person of people) expect((await counters(person)).kept).toEqual({ posts: 0, followers: 3, following: 3 });
    expect(await site.count('follow')).toBe(12);
  });
});

describe('one person eight times at once', () => {
  let susan: Person;
  let john: Person;
  let browser: BrowserSession;

  beforeEach(async () => {
    ({ susan, john } = await site.people('susan', 'john'));
    browser = await site.signedIn(susan);
  });

  const eightTimes = (form: FilledForm): Promise<PageAnswer[]> => atOnce(EIGHT.map(() => [browser.copy(), form] as const));

  it('follows once', async () => {
    const answers = await eightTimes(await browser.fill('/user/john', '/follow/john'));

    expect(statusesOf(answers)).toEqual(EIGHT.map(() => 303));
    expect((await counters(susan)).kept).toEqual({ posts: 0, followers: 0, following: 1 });
    expect((await counters(john)).kept).toEqual({ posts: 0, followers: 1, following: 0 });
    expect(await site.count('follow')).toBe(1);
  });

  it('unfollows once', async () => {
    await site.follow(susan, john);

    const answers = await eightTimes(await browser.fill('/user/john', '/unfollow/john'));

    expect(statusesOf(answers)).toEqual(EIGHT.map(() => 303));
    expect((await counters(susan)).kept).toEqual({ posts: 0, followers: 0, following: 0 });
    expect((await counters(john)).kept).toEqual({ posts: 0, followers: 0, following: 0 });
  });

  it('follows and unfollows, and the counters agree with whatever came last', async () => {
    const follow = await browser.fill('/user/john', '/follow/john');
    const forms = EIGHT.map((index) => ({ ...follow, path: index % 2 ? '/follow/john' : '/unfollow/john' }));

    expect(statusesOf(await atOnce(forms.map((form) => [browser.copy(), form] as const)))).toEqual(EIGHT.map(() => 303));

    for (const person of [susan, john]) {
      const { kept, counted } = await counters(person);
      expect(kept).toEqual(counted);
    }
  });

  it('sends the same post, which is live once, and every answer says so', async () => {
    const form = await browser.fill('/', '/', { post: 'once' });
    const tabs = EIGHT.map(() => browser.copy());

    const answers = await Promise.all(tabs.map((tab) => tab.send(form)));

    expect(answers.map(({ status, location }) => [status, location])).toEqual(EIGHT.map(() => [303, '/']));
    for (const tab of tabs) expect(flashOf(await tab.get('/'))).toBe('Your post is now live!');
    const { kept, counted } = await counters(susan);
    expect(kept).toEqual({ posts: 1, followers: 0, following: 0 });
    expect(counted).toEqual(kept);
  });

  it('sends eight posts, which are all live and all counted', async () => {
    const forms = await Promise.all(EIGHT.map((index) => browser.fill('/', '/', { post: `number ${index}` })));

    const answers = await atOnce(forms.map((form) => [browser.copy(), form] as const));

    expect(statusesOf(answers)).toEqual(EIGHT.map(() => 303));
    const { kept, counted } = await counters(susan);
    expect(kept).toEqual({ posts: 8, followers: 0, following: 0 });
    expect(counted).toEqual(kept);
  });

  it('deletes a post, which is gone once', async () => {
    const id = await site.app.get(PostsService).publish(susan.id, { body: 'regret' });
    await site.posted([susan, 'stays']);

    const answers = await eightTimes(await browser.fill(`/post/${id}`, `/post/${id}/delete`));

    expect(statusesOf(answers)).toEqual([303, 404, 404, 404, 404, 404, 404, 404]);
    expect((await counters(susan)).kept).toEqual({ posts: 1, followers: 0, following: 0 });
  });

  it('chooses a language for the first time', async () => {
    const answers = await eightTimes(await browser.fill('/settings/language', 'main form', { locale: 'es' }));

    expect(statusesOf(answers)).toEqual(EIGHT.map(() => 303));
    expect(await site.count('user_settings')).toBe(1);
  });

  it('signs out', async () => {
    const answers = await eightTimes(await browser.fill('/', '/auth/logout'));

    // Whoever comes when the session is over already is a stranger with a worthless token.
    for (const { status } of answers) expect([303, 403]).toContain(status);
    expect(statusesOf(answers)).toContain(303);
    expect(await site.count('session')).toBe(0);
  });

  it('signs in, and every session is one of its own', async () => {
    const strangers = EIGHT.map(() => site.browser());
    const fields = { username: 'susan', password: susan.password, remember_me: true };
    const forms = await Promise.all(
      strangers.map(async (stranger) => [stranger, await stranger.fill('/auth/login', '/auth/login', fields)] as const),
    );

    expect(statusesOf(await atOnce(forms))).toEqual(EIGHT.map(() => 303));
    expect(new Set(strangers.map((stranger) => stranger.cookie('session'))).size).toBe(8);
    expect(await site.count('session')).toBe(9);
  });
});
