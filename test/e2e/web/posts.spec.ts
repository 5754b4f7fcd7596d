import type { PageAnswer } from '../../support/browser-session';
import { errorsOf, flashOf, formErrorOf, postsOf, textOf, valuesOf } from './page';
import { DAY, useSite } from '../../support/site';

const site = useSite();

const LENGTH = 'Field must be between 1 and 140 characters long.';
const REQUIRED = 'This field is required.';
const BIRD = '🐦';
const FAMILY = '👨‍👩‍👧‍👦'; // seven code points, eleven UTF-16 units, one sign

/** Somebody at their home page, and what happens when they write. */
async function writer(username = 'susan') {
  const people = await site.people(username);
  const browser = await site.signedIn(people[username]!);
  return {
    person: people[username]!,
    browser,
    write: (post: string): Promise<PageAnswer> => browser.submit('/', '/', { post }),
    writeRaw: async (encoded: string): Promise<PageAnswer> => {
      const { values } = await browser.fill('/', '/');
      for (const name of ['post', ...(encoded.includes('&language=') ? ['language'] : [])]) values.delete(name);
      return browser.post('/', `${values.toString()}&post=${encoded}`);
    },
  };
}

async function stored(): Promise<string[]> {
  return (await site.rows<{ body: string }>('SELECT body FROM post ORDER BY id')).map(({ body }) => body);
}

describe('writing', () => {
  it('puts a post on the home page, and says so once', async () => {
    const { browser, write } = await writer();

    const answer = await write('Good morning!');

    expect([answer.status, answer.location]).toEqual([303, '/']);
    const home = await browser.follow(answer);
    expect(flashOf(home)).toBe('Your post is now live!');
    expect(postsOf(home)).toEqual(['Good morning!']);
    expect(flashOf(await browser.get('/'))).toBe('');
  });

  it('works from /index too', async () => {
    const { browser } = await writer();
    const { values } = await browser.fill('/index', 'form.composer', { post: 'hello' });

    expect((await browser.post('/index', values)).status).toBe(303);
    expect(await stored()).toEqual(['hello']);
  });

  it.each([
    ['140 letters', 'x'.repeat(140)],
    ['140 emoji', BIRD.repeat(140)],
    ['140 letters with accents of their own', 'e\u0301'.repeat(70)],
    ['20 families', FAMILY.repeat(20)],
    ['140 letters between blanks', `   ${'x'.repeat(140)}\r\n`],
    ['139 letters in two lines', `${'x'.repeat(70)}\r\n${'x'.repeat(69)}`],
    ['one letter', 'x'],
    ['two languages', 'שלום hello'],
    ['a line that runs from right to left by force', '\u202Eabc\u202C'],
  ])('takes %s', async (_, post) => {
    const { browser, write } = await writer();

    expect((await write(post)).status).toBe(303);

    const text = post.trim().replaceAll('\r\n', '\n');
    expect(await stored()).toEqual([text]);
    const home = await browser.get('/');
    expect(postsOf(home)).toEqual([text]);
    // Whatever its direction, it turns nothing round beside it.
    expect(home.$('.post-body').attr('dir')).toBe('auto');
  });

  it.each([
    ['141 letters', 'x'.repeat(141)],
    ['141 emoji', BIRD.repeat(141)],
    ['140 letters and a line end that counts', `${'x'.repeat(70)}\r\n${'x'.repeat(70)}`],
    ['5000 letters', 'x'.repeat(5000)],
  ])('refuses %s', async (_, post) => {
    const { write } = await writer();

    const answer = await write(post);

    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual({ post: LENGTH });
    expect(valuesOf(answer).post).toBe(post.replaceAll('\r\n', '\n'));
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['line ends', '\r\n\r\n'],
    ['wide blanks', '\u00a0\u2003\u3000'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['direction marks', '\u200e\u200f\u202e\u2066'],
    ['letters that are drawn as nothing', '\u3164\u115f\u2800'],
    ['soft hyphens', '\u00ad\u00ad'],
  ])('refuses %s', async (_, post) => {
    const { write } = await writer();

    const answer = await write(post);

    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual({ post: REQUIRED });
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['a NUL', 'before\0after'],
    ['a bell', 'ding\u0007'],
    ['an escape sequence', '\u001b[31mred'],
    ['a delete', 'oops\u007f'],
    ['what is no character at all', 'x\ufffe'],
  ])('refuses %s', async (_, post) => {
    const { write } = await writer();

    const answer = await write(post);

    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual({ post: 'Contains characters that cannot be stored.' });
    expect(await stored()).toEqual([]);
  });

  it.each(['%ff', '%C3%28', '%ED%A0%80', '%C0%AF', '%F5%80%80%80', '%', '%zz', 'caf%e9'])(
    'refuses %s, which is not UTF-8, and stores nothing',
    async (encoded) => {
      const { writeRaw } = await writer();

      const answer = await writeRaw(encoded);

      expect(answer.status).toBe(400);
      expect(textOf(answer)).toContain('Bad Request');
      expect(await stored()).toEqual([]);
    },
  );

  it('keeps apart what looks alike: no letter and no emoji becomes another', async () => {
    const { write } = await writer();
    const texts = ['🍣', '🍺', 'Straße', 'strasse', 'é', 'e\u0301', 'ﬁ', 'fi'];

    for (const text of texts) await write(text);

    expect(await stored()).toEqual(texts);
  });

  it('takes no field that the form has not, and never a post twice the same field', async () => {
    const { browser, person } = await writer();
    const { john } = await site.people('john');
    const { values } = await browser.fill('/', '/', { post: 'mine' });

    await browser.post(
      '/',
      `${values.toString()}&author_id=${john.id}&authorId=${john.id}&id=77&created_at=2001-01-01&__proto__[id]=7`,
    );
    const twice = await browser.post('/', `${values.toString()}&post=other`);

    const [row] = await site.rows<Record<string, unknown>>('SELECT * FROM post');
    expect(Number(row?.author_id)).toBe(person.id);
    expect(Number(row?.id)).not.toBe(77);
    expect(String(new Date(row?.created_at as string).getUTCFullYear())).not.toBe('2001');
    expect(twice.status).toBe(422);
    expect(errorsOf(twice)).toEqual({ post: 'Must be text.' });
    expect(await stored()).toEqual(['mine']);
  });

  it('takes the language that it is told, and refuses what is none where it can be seen', async () => {
    const { browser, writeRaw } = await writer();

    expect((await writeRaw('hola&language=es')).status).toBe(303);
    expect((await writeRaw('hello&language=')).status).toBe(303);
    expect((await browser.get('/')).$('.post-body[lang=es]').text()).toBe('hola');
    const refused = await writeRaw('&language=fr');
    expect(refused.$('select[name=language] option[selected]').attr('value')).toBe('fr');
    const answer = await writeRaw('hallo&language=klingon');
    expect(answer.status).toBe(422);
    expect(formErrorOf(answer)).not.toBe('');
    expect(valuesOf(answer).post).toBe('hallo');
    expect(await stored()).toEqual(['hola', 'hello']);
  });

  it('counts the author’s posts', async () => {
    const { browser, write } = await writer();

    await write('one');
    await write('two');

    expect(textOf(await browser.get('/user/susan'))).toContain('2 posts');
  });
});

describe('the same form', () => {
  it('sent twice is one post, and both answers are the same', async () => {
    const { browser } = await writer();
    const form = await browser.fill('/', '/', { post: 'once' });

    const first = await browser.send(form);
    const second = await browser.send(form);

    expect([second.status, second.location]).toEqual([first.status, first.location]);
    expect(flashOf(await browser.follow(second))).toBe('Your post is now live!');
    expect(await stored()).toEqual(['once']);
  });

  it('sent with another text is another post: who goes back and writes on must lose nothing', async () => {
    const { browser } = await writer();
    const form = await browser.fill('/', '/', { post: 'one' });
    await browser.send(form);

    form.values.set('post', 'two');
    await browser.send(form);

    expect(await stored()).toEqual(['one', 'two']);
  });

  it('may be corrected and sent again', async () => {
    const { browser } = await writer();
    const refused = await browser.submit('/', '/', { post: 'x'.repeat(141) });
    const once = refused.$('[name=once]').attr('value') ?? '';
    const token = refused.$('[name=csrf_token]').attr('value') ?? '';

    const sent = await browser.post('/', { csrf_token: token, once, post: 'shorter' });

    expect(sent.status).toBe(303);
    expect(await stored()).toEqual(['shorter']);
  });

  it('shown anew takes the same text again', async () => {
    const { write } = await writer();

    await write('good morning');
    await write('good morning');

    expect(await stored()).toEqual(['good morning', 'good morning']);
  });

  it('counts for its own author only', async () => {
    const [susan, john] = [await writer('susan'), await writer('john')];
    const once = (await susan.browser.fill('/', '/', { post: 'hello' })).values.get('once') ?? '';

    await susan.browser.submit('/', '/', { post: 'hello', once });
    await john.browser.submit('/', '/', { post: 'hello', once });

    expect(await stored()).toEqual(['hello', 'hello']);
  });

  it('is remembered for a day, and some time later no longer', async () => {
    const { person, write } = await writer();
    const many = Array.from({ length: 100 }, () => [person, 'hello'] as const);
    await write('one');

    await site.posted(...many);
    expect(await site.count('submission')).toBe(1);
    site.later(DAY + 1);
    await site.posted(...many);
    expect(await site.count('submission')).toBe(0);
  });

  it.each(['x'.repeat(65), 'a b', '<script>', '🐦'])('does not bear the key %j', async (once) => {
    const { browser } = await writer();

    const answer = await browser.submit('/', '/', { post: 'hello', once });

    expect(answer.status).toBe(422);
    expect(await stored()).toEqual([]);
  });
});

describe('one post', () => {
  it('has a page of its own, which tells the moment in full', async () => {
    const { browser, person } = await writer();
    const [id] = await site.posted([person, 'Good morning!']);

    const page = await browser.get(`/post/${id}`);

    expect(page.$('title').text()).toBe('Post by susan - Microblog');
    expect(postsOf(page)).toEqual(['Good morning!']);
    expect(page.$('.post-moment time').text()).toMatch(/^\w+ \d+, \d{4} at .* UTC$/);
    expect(page.$('meta[name=description]').attr('content')).toBe('Good morning!');
  });

  it.each([
    '0',
    '-1',
    '+1',
    '1e3',
    '0x1',
    '1.0',
    '01',
    'abc',
    '9007199254740993',
    '9223372036854775807',
    '9223372036854775808',
    '1'.repeat(400),
    '1%00',
    '%20',
    "1'--",
    '%E2%91%A0',
    'null',
    '__proto__',
  ])('is not found by the id %s', async (id) => {
    const { browser, person } = await writer();
    await site.posted([person, 'hello']);

    for (const answer of [await browser.get(`/post/${id}`)]) {
      expect(answer.status).toBe(404);
      expect(textOf(answer)).toContain('This post does not exist, or no longer.');
    }
    const token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';
    expect((await browser.post(`/post/${id}/delete`, { csrf_token: token })).status).toBe(404);
    expect(await stored()).toEqual(['hello']);
  });
});

describe('deleting', () => {
  it('is offered to the author, who is asked once more', async () => {
    const { browser, person } = await writer();
    const { john } = await site.people('john');
    const [mine, theirs] = await site.posted([person, 'mine'], [john, 'theirs']);

    const { $ } = await browser.get('/explore');

    expect($(`button[formaction="/post/${mine}/delete"]`).text()).toBe('Delete post');
    expect($(`button[formaction="/post/${theirs}/delete"]`)).toHaveLength(0);
  });

  it('takes the post away, and says so', async () => {
    const { browser, person } = await writer();
    const [id] = await site.posted([person, 'regret'], [person, 'stays']);

    const answer = await browser.submit(`/post/${id}`, `/post/${id}/delete`);

    expect([answer.status, answer.location]).toEqual([303, '/user/susan']);
    const profile = await browser.follow(answer);
    expect(flashOf(profile)).toBe('Your post has been deleted.');
    expect(textOf(profile)).toContain('1 post');
    expect(await stored()).toEqual(['stays']);
    expect((await browser.get(`/post/${id}`)).status).toBe(404);
  });

  it('is for the author alone', async () => {
    const { john } = await site.people('john');
    const { browser } = await writer();
    const [id] = await site.posted([john, 'theirs']);
    const token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';

    const answer = await browser.post(`/post/${id}/delete`, { csrf_token: token });

    expect(answer.status).toBe(403);
    expect(textOf(answer)).toContain('Only its author may do this to a post.');
    expect(await stored()).toEqual(['theirs']);
    expect(textOf(await browser.get('/user/john'))).toContain('1 post');
  });

  it('takes effect once, however often the form is sent', async () => {
    const { browser, person } = await writer();
    const [id] = await site.posted([person, 'regret'], [person, 'stays']);
    const form = await browser.fill(`/post/${id}`, `/post/${id}/delete`);

    const answers = [await browser.send(form), await browser.send(form)];

    expect(answers.map(({ status }) => status)).toEqual([303, 404]);
    expect(textOf(await browser.get('/user/susan'))).toContain('1 post');
  });

  it('does not happen by following a link', async () => {
    const { browser, person } = await writer();
    const [id] = await site.posted([person, 'stays']);

    const answer = await browser.get(`/post/${id}/delete`);

    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    expect(await stored()).toEqual(['stays']);
  });
});

describe('POST_MAX_LENGTH', () => {
  const long = useSite({ POST_MAX_LENGTH: '5000' });

  it('says how long a post may be, and the form says it too', async () => {
    const { susan } = await long.people('susan');
    const browser = await long.signedIn(susan);

    expect((await browser.get('/')).$('textarea').attr('data-limit')).toBe('5000');
    expect((await browser.submit('/', '/', { post: BIRD.repeat(5000) })).status).toBe(303);
    const refused = await browser.submit('/', '/', { post: 'x'.repeat(5001) });
    expect(errorsOf(refused)).toEqual({ post: 'Field must be between 1 and 5,000 characters long.' });
  });
});
