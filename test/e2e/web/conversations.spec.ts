import type { Viewer } from '../../../src/common/viewer';
import { PostsService } from '../../../src/posts/posts.service';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import type { Person } from '../../factories/factories';
import { errorsOf, flashOf, pagerOf, postsOf, textOf, textsOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const reply = (author: Person, inReplyTo: number, body: string): Promise<number> =>
  site.app.get(PostsService).publish(author.id, { body, inReplyTo });

describe('a reply', () => {
  it('is written on the page of the post, and makes a conversation', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'question']);
    const browser = await site.signedIn(susan);

    const answer = await browser.submit(`/post/${id}`, `/post/${id}/reply`, { post: 'answer' });

    expect(answer.status).toBe(303);
    const page = await browser.follow(answer);
    expect(flashOf(page)).toBe('Your reply is now live!');
    expect(postsOf(page)).toEqual(['question', 'answer']);
    expect(textsOf(page, '.post-why')).toEqual(['Replying to john']);
    const original = await browser.get(`/post/${id}`);
    expect(postsOf(original)).toEqual(['question', 'answer']);
    expect(original.$(`#post-${id} .post-action`).first().attr('aria-label')).toBe('Reply, 1 so far');
  });

  it('shows what came before, up to the first, and its own answers alone', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const [one = 0] = await site.posted([john, 'one']);
    const two = await reply(susan, one, 'two');
    const three = await reply(john, two, 'three');
    await reply(mary, one, 'aside');
    await reply(mary, three, 'four');

    expect(postsOf(await (await site.signedIn(susan)).get(`/post/${three}`))).toEqual(['one', 'two', 'three', 'four']);
    expect(postsOf(await (await site.signedIn(susan)).get(`/post/${one}`))).toEqual(['one', 'two', 'aside']);
  });

  it('keeps what was typed when it is refused, and counts nothing', async () => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'one']);
    const browser = await site.signedIn(susan);

    const answer = await browser.submit(`/post/${id}`, `/post/${id}/reply`, { post: 'x'.repeat(141) });

    expect([answer.status, errorsOf(answer)]).toEqual([422, { post: 'Field must be between 1 and 140 characters long.' }]);
    expect(valuesOf(answer)['post']?.trim()).toBe('x'.repeat(141));
    expect(await site.count('post')).toBe(1);
  });

  it('that was refused leads back to the post when a button is pressed there', async () => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'one']);
    const browser = await site.signedIn(susan);
    const refused = await browser.submit(`/post/${id}`, `/post/${id}/reply`, { post: '' });

    expect(refused.$('#post-form [name=next]').val()).toBe(`/post/${id}`);
  });

  it('outlives what it answers, and the count of answers follows', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'one']);
    const [first, second] = [await reply(susan, id, 'two'), await reply(susan, id, 'three')];
    await (await site.signedIn(susan)).submit(`/post/${first}`, `/post/${first}/delete`);
    const browser = await site.signedIn(john);
    expect((await browser.get(`/post/${id}`)).$(`#post-${id} .post-action`).first().attr('aria-label')).toBe('Reply, 1 so far');

    await browser.submit(`/post/${id}`, `/post/${id}/delete`);

    const page = await browser.get(`/post/${second}`);
    expect(postsOf(page)).toEqual(['three']);
    expect(textsOf(page, '.post-why')).toEqual(['Replying to a post that is gone']);
  });

  it('is one, however often its form is sent, by however many at once', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'one']);
    const [hers, his] = [await site.signedIn(susan), await site.signedIn(john)];
    const forms = await Promise.all([hers, his].map((one) => one.fill(`/post/${id}`, `/post/${id}/reply`, { post: 'two' })));

    const answers = await Promise.all([hers, his, hers, his, hers, his].map((one, i) => one.send(forms[i % 2]!)));

    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(303));
    expect(postsOf(await hers.get(`/post/${id}`))).toEqual(['one', 'two', 'two']);
  });

  it('is paged forwards', async () => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'post']);
    for (let i = 1; i <= 27; i++) await reply(susan, id, `${i}`);
    const browser = await site.signedIn(susan);

    const first = await browser.get(`/post/${id}`);
    expect(postsOf(first).slice(1, 3)).toEqual(['1', '2']);
    expect(textsOf(first, '.pager a')).toEqual(['Earlier replies', 'Later replies']);
    const second = await browser.get(pagerOf(first).older ?? '');
    expect(postsOf(second).slice(1)).toEqual(['26', '27']);
    expect(pagerOf(second).older).toBeUndefined();
    expect(postsOf(await browser.get(pagerOf(second).newer ?? ''))).toEqual(postsOf(first));
  });

  it('is refused between people of whom one blocks the other', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'one']);
    const browser = await site.signedIn(susan);
    const form = await browser.fill(`/post/${id}`, `/post/${id}/reply`, { post: 'two' });
    await site.app.get(RestrictionsService).block(john.id, susan.id);

    expect((await browser.send(form)).status).toBe(404);
    expect((await browser.get(`/post/${id}`)).status).toBe(404);
    expect(await site.count('post')).toBe(1);
  });
});

describe('editing', () => {
  it('changes one’s own post, and what it said before stays readable', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([susan, 'frist']);
    const browser = await site.signedIn(susan);
    expect(valuesOf(await browser.get(`/post/${id}/edit`))['post']?.trim()).toBe('frist');

    const answer = await browser.submit(`/post/${id}/edit`, `/post/${id}/edit`, { post: 'first' });

    expect(flashOf(await browser.follow(answer))).toBe('Your post has been changed.');
    const reader = await site.signedIn(john);
    const page = await reader.get(`/post/${id}`);
    expect(postsOf(page)).toEqual(['first']);
    expect(page.$('.post-edited').attr('href')).toBe(`/post/${id}/history`);
    expect(postsOf(await reader.get(`/post/${id}/history`))).toEqual(['first', 'frist']);
  });

  it('is for the author alone, and follows the rules of a new post', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([susan, 'one']);
    const browser = await site.signedIn(john);
    const token = (await browser.get('/')).$('[name=csrf_token]').first().attr('value') ?? '';
    expect((await browser.get(`/post/${id}/edit`)).status).toBe(403);
    for (const post of ['two', '', 'x'.repeat(141)])
      expect((await browser.post(`/post/${id}/edit`, { csrf_token: token, post })).status).toBe(403);
    expect((await browser.post('/post/999999/edit', { csrf_token: token, post: '' })).status).toBe(404);
    expect((await (await site.signedIn(susan)).submit(`/post/${id}/edit`, `/post/${id}/edit`, { post: ' ' })).status).toBe(422);

    expect(postsOf(await browser.get(`/post/${id}`))).toEqual(['one']);
  });

  it('keeps the language that its author declared, lets another be chosen, and guesses anew when asked to', async () => {
    const { susan } = await site.people('susan');
    const me = { id: susan.id } as Viewer;
    const posts = site.app.get(PostsService);
    const id = await posts.publish(susan.id, { body: 'Os paxaros cantan pola mañá no río', language: 'gl' });
    const browser = await site.signedIn(susan);
    const path = `/post/${id}/edit`;
    const chosen = async () => (await browser.get(path)).$('select[name=language] option[selected]').attr('value');
    const spoken = async () => (await posts.get(id, me)).language;
    expect(await chosen()).toBe('gl');

    await browser.submit(path, path, { post: 'Os paxaros cantan pola mañá no río.' });
    expect(await spoken()).toBe('gl');
    const csrf = (await browser.get(path)).$('[name=csrf_token]').first().attr('value') ?? '';
    await browser.post(path, { csrf_token: csrf, post: 'Os paxaros cantan pola mañá no río!' });
    expect(await spoken()).toBe('gl');
    const refused = await browser.post(path, { csrf_token: csrf, post: '' });
    expect([refused.status, refused.$('select[name=language] option[selected]').attr('value')]).toEqual([422, 'gl']);

    await browser.submit(path, path, { language: 'pt' });
    expect([await spoken(), await chosen()]).toEqual(['pt', 'pt']);
    await browser.submit(path, path, { post: 'The birds are singing by the river this morning', language: '' });
    expect(await spoken()).toBe('en');
    const newest = (await browser.get(`/post/${id}/history`)).$('.post-body').first();
    expect([newest.attr('lang'), newest.text()]).toEqual(['en', 'The birds are singing by the river this morning']);
    expect(await site.count('post_revision')).toBe(3);
  });

  it.each(['pt-BR', 'fil', ''])('keeps %j, which the form offers for such a post alone', async (language) => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'Oi']);
    await site.rows(`UPDATE post SET language = '${language}'`);
    const browser = await site.signedIn(susan);

    await browser.submit(`/post/${id}/edit`, `/post/${id}/edit`, { post: 'Oi!' });

    expect(await site.rows('SELECT body, language FROM post')).toEqual([{ body: 'Oi!', language }]);
  });

  it('refuses a language that is none, and shows why', async () => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'one']);
    const browser = await site.signedIn(susan);
    const csrf = (await browser.get(`/post/${id}/edit`)).$('[name=csrf_token]').first().attr('value') ?? '';

    const { status, $ } = await browser.post(`/post/${id}/edit`, { csrf_token: csrf, post: 'two', language: 'klingon' });

    expect([status, $('textarea').val()?.toString().trim(), $('form .flash-danger').length]).toEqual([422, 'two', 1]);
  });

  it('twice at once leaves every version', async () => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'zero']);
    const me = { id: susan.id, username: 'susan' } as never;

    await Promise.all(['one', 'two', 'three'].map((body) => site.app.get(PostsService).edit(id, { body }, me)));

    const versions = postsOf(await (await site.signedIn(susan)).get(`/post/${id}/history`));
    expect([...versions].sort()).toEqual(['one', 'three', 'two', 'zero']);
    expect(versions.at(-1)).toBe('zero');
  });
});

describe('what a post leads to', () => {
  it('is linked: tags, people, addresses, and nothing else', async () => {
    const { susan } = await site.people('susan', 'john');
    const body = 'Hi @john, see https://example.com/?a=1&b=<x> #Café <b>no</b>';
    const [id = 0] = await site.posted([susan, body]);

    const page = await (await site.signedIn(susan)).get(`/post/${id}`);

    expect(postsOf(page)).toEqual([body]);
    expect(
      page
        .$('.post-body a')
        .get()
        .map((link) => [page.$(link).attr('href'), page.$(link).attr('rel')]),
    ).toEqual([
      ['/user/john', undefined],
      ['https://example.com/?a=1&b=', 'nofollow noopener ugc'],
      ['/tag/caf%C3%A9', undefined],
    ]);
  });

  it('is found by its tags, however they are typed, until an edit drops them', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([susan, 'one #Café'], [john, 'two #CAFÉ #日本'], [john, 'three #cafés']);
    const browser = await site.signedIn(susan);
    for (const tag of ['caf%C3%A9', 'CAF%C3%89', 'cafe%CC%81']) {
      const page = await browser.get(`/tag/${tag}`);
      expect([textOf(page, 'h1'), postsOf(page)]).toEqual(['#café', ['two #CAFÉ #日本', 'one #Café']]);
    }
    await browser.submit(`/post/${id}/edit`, `/post/${id}/edit`, { post: 'one #tea' });

    expect(postsOf(await browser.get('/tag/caf%C3%A9'))).toEqual(['two #CAFÉ #日本']);
    expect(postsOf(await browser.get('/tag/tea'))).toEqual(['one #tea']);
    expect((await browser.get('/tag/nobody')).$('.empty-state')).toHaveLength(1);
    for (const wrong of ['a%20b', '%3Cb%3E', '1', `${'x'.repeat(101)}`])
      expect((await browser.get(`/tag/${wrong}`)).status).toBe(404);
  });

  it('says in which language it is, where that is sure', async () => {
    const { susan } = await site.people('susan');
    const ids = await site.posted([susan, 'Guten Morgen zusammen, wie geht es euch?'], [susan, 'hello 🍣']);
    const browser = await site.signedIn(susan);
    const languages = await Promise.all(ids.map(async (id) => (await browser.get(`/post/${id}`)).$('.post-body').attr('lang')));

    expect(languages).toEqual(['de', undefined]);
  });
});
