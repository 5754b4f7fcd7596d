import autocannon from 'autocannon';
import type { ParsedMail } from 'mailparser';
import type { TextKey } from '../../src/common/text-key';
import { SHIPPED_LANGUAGES } from '../../src/config/languages';
import { Translator } from '../../src/i18n/translator';
import { UsersService } from '../../src/users/users.service';
import { PASSWORD, type Person } from '../factories/factories';
import { enliven, FOR_GUESTS, FOR_MEMBERS } from '../factories/lively-site';
import type { PageAnswer } from '../support/browser-session';
import { strangeTexts } from '../support/catalogue-texts';
import { postsOf } from '../e2e/web/page';
import { useSite } from '../support/site';

const site = useSite({ POSTS_PER_PAGE: '4', REGISTRATION: 'open' });

/** Everything that a page says to people and to machines that read it to them. */
function wordsOf({ $ }: Pick<PageAnswer, '$'>): string[] {
  const words: string[] = [];
  // What people wrote is theirs, and Swagger UI's words are its own.
  $('.post-body, script, style, [data-texts], .swagger-ui').remove();
  for (const element of $('*').get()) {
    for (const node of $(element).contents().get()) if (node.nodeType === 3) words.push($(node).text());
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) words.push($(element).attr(name) ?? '');
    if ($(element).is('meta:not([name=texts])')) words.push($(element).attr('content') ?? '');
  }
  return words.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

it('what is in English, and a key, would be noticed', () => {
  const isStrange = strangeTexts('de');
  const told = ['Sign in', 'Hi, susan!', 'auth.login.title', 'Anmelden', 'Moderation', 'susan'].map(isStrange);
  expect(told).toEqual([true, true, true, false, false, false]);
});

describe.each(SHIPPED_LANGUAGES.filter((locale) => locale !== 'en'))('in %s', (locale) => {
  const isStrange = strangeTexts(locale);
  const strangeOn = (page: Pick<PageAnswer, '$'>): string[] => wordsOf(page).filter(isStrange);
  const strangeIn = ({ subject = '', text = '' }: ParsedMail): string[] =>
    [subject, ...text.split('\n')].map((line) => line.trim()).filter(isStrange);

  it('every page, and every refusal of one, is in the language, and no key is seen', async () => {
    const postPaths = await enliven(site.app);
    const guest = site.browser(locale);
    const member = site.browser(locale);
    await member.submit('/auth/login', '/auth/login', { username: 'john', password: PASSWORD });
    const strange: Record<string, string[]> = {};
    const look = (path: string, page: PageAnswer): void => {
      expect(page.$('html').attr('lang')).toBe(locale);
      if (strangeOn(page).length > 0) strange[path] = strangeOn(page);
    };

    for (const path of FOR_GUESTS) look(path, await guest.get(path));
    for (const path of [...FOR_MEMBERS, ...postPaths]) look(path, await member.get(path));
    look('empty login', await guest.submit('/auth/login', '/auth/login'));
    look(
      'empty registration',
      await guest.submit('/auth/register', '/auth/register', { email: 'x', username: '!', password: '1' }),
    );
    look('empty post', await member.submit('/', 'main form.composer', { post: '' }));
    look('long post', await member.submit('/', 'main form.composer', { post: 'x'.repeat(200) }));
    look('no token', await member.post('/follow/susan'));
    look('no method', await member.get('/follow/susan'));
    look('too much', await member.post('/', `post=${'x'.repeat(100_000)}`));
    look('after following', await member.follow(await member.submit('/user/susan', '/unfollow/susan')));

    expect(strange).toEqual({});
  });

  it('every refusal of the API is in the language', async () => {
    const headers = { 'accept-language': locale, 'content-type': 'application/json' };
    const asked: [string, string, string | undefined][] = [
      ['GET', '/api/nowhere', undefined],
      ['GET', '/api/users/1', undefined],
      ['PATCH', '/api/users', undefined],
      ['POST', '/api/users', '{}'],
      ['POST', '/api/users', '{'],
      ['POST', '/api/users', '[]'],
      ['POST', '/api/users', JSON.stringify({ username: '!', email: 'x', password: '1' })],
      ['POST', '/api/tokens', undefined],
    ];
    for (const [method, path, body] of asked) {
      const answer = await site.raw(path, { method, headers, ...(body === undefined ? {} : { body }) });
      const {
        title,
        detail,
        errors = {},
      } = JSON.parse(answer.body) as { title: string; detail: string; errors?: Record<string, string[]> };
      expect([method, path, [title, detail, ...Object.values(errors).flat()].filter(isStrange)]).toEqual([method, path, []]);
      expect(answer.headers['content-language']).toBe(locale);
    }
  });

  it('every mail is in the language of who gets it, whoever caused it, by their clock', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.app.get(UsersService).changeSettings(susan.id, { locale, timeZone: 'Asia/Tokyo' });
    const english = site.browser('en');
    await english.submit('/auth/reset_password_request', '/auth/reset_password_request', { email: susan.email });
    const browser = await site.signedIn(susan);
    await browser.submit('/settings/account/email', '/settings/account/email', {
      email: 'new@example.com',
      current_password: susan.password,
    });
    await browser.submit('/settings/account/password', '/settings/account/password', {
      current_password: susan.password,
      password: 'a wholly new one',
      password2: 'a wholly new one',
    });
    await browser.submit('/user/susan', '/export_posts');
    await site.workOff();
    await leave({ ...susan, password: 'a wholly new one' });
    // Who has chosen none is written to in the language in which they were seen.
    await site.browser(locale).submit('/auth/reset_password_request', '/auth/reset_password_request', { email: john.email });
    await site.workOff();

    const mails = await site.mails();

    expect(mails).toHaveLength(7);
    for (const mail of mails) expect([mail.subject, strangeIn(mail)]).toEqual([mail.subject, []]);
    const leaving = mails.find(({ subject }) => subject === site.app.get(Translator).t(locale, 'mail.leaving.subject'));
    const [{ deletes_at: deletesAt } = { deletes_at: '' }] = await site.rows<{ deletes_at: string | Date }>(
      'SELECT deletes_at FROM `user` WHERE deletes_at IS NOT NULL',
    );
    const moment = new Date(typeof deletesAt === 'string' ? `${deletesAt.replace(' ', 'T').replace(/Z?$/, 'Z')}` : deletesAt);
    const inTokyo = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
    expect(leaving?.text).toContain(inTokyo.format(moment));
  });
});

async function leave(person: Person): Promise<void> {
  const browser = await site.signedIn(person);
  await browser.submit('/settings/account/delete', '/settings/account/delete', { current_password: person.password });
}

describe('the language of a page', () => {
  it.each([
    ['de-AT', 'de'],
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['pt-PT', 'pt'],
    ['fr-CA;q=0.7,ja', 'ja'],
    ['ar-EG', 'ar'],
    ['zh-Hant-TW,ko;q=0.9,de;q=0.1', 'de'],
    ['en-US,es;q=0.9', 'en'],
    ['nl', 'en'],
  ])('is the best of seven for a browser that accepts %j: %s', async (acceptLanguage, locale) => {
    const page = await site.browser(acceptLanguage).get('/auth/login');

    expect([page.$('html').attr('lang'), page.$('html').attr('dir')]).toEqual([locale, locale === 'ar' ? 'rtl' : 'ltr']);
    expect(page.$('link[href*="bootstrap.rtl"]')).toHaveLength(locale === 'ar' ? 1 : 0);
  });

  it('is that of each request, when ten thousand come mixed', async () => {
    const wrong: string[] = [];
    const asked = (path: string, key: TextKey, asText: (text: string) => string) =>
      SHIPPED_LANGUAGES.map((locale) => ({
        path,
        headers: { 'accept-language': `${locale},xx;q=0.5` },
        onResponse: (_status: number, body: string): void => {
          if (!body.includes(asText(site.app.get(Translator).t(locale, key)))) wrong.push(`${locale} ${path}`);
        },
      }));
    // A refusal of the API costs a tenth of a page.
    const refused = asked('/api/nowhere', 'errors.http.404.title', (text) => JSON.stringify(text));
    const pages = asked('/auth/login', 'auth.login.title', (text) => `<h1>${text}</h1>`);
    const requests = [...refused, ...refused, ...refused, ...pages, ...refused];

    const { '2xx': shown, '4xx': told } = await autocannon({ url: site.app.url, connections: 40, amount: 10_000, requests });

    expect([shown + told, wrong]).toEqual([10_000, []]);
  }, 120_000);
});

describe('what people write', () => {
  const PLAIN = ['$t(site.name)', '{{viewer.email}}', '%s %d', '{username}', '$1 $&'];

  it('stays as it is in every language', async () => {
    const { susan } = await site.people('susan');
    await site.posted(...PLAIN.map((text): [Person, string] => [susan, text]));

    for (const locale of SHIPPED_LANGUAGES) {
      const browser = site.browser(locale);
      await browser.submit('/auth/login', '/auth/login', { username: 'susan', password: PASSWORD });
      expect(postsOf(await browser.get('/user/susan'))).toEqual([...PLAIN].reverse().slice(0, 4));
    }
  });
});
