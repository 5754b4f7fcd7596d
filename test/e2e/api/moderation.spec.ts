import { UsersService } from '../../../src/users/users.service';
import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const DECISIONS = '/api/moderation/decisions';
const REPORTS = '/api/moderation/reports';

/** Susan, who looks after the place, and others. */
async function people() {
  const everybody = await site.people('susan', 'john', 'mary');
  await site.app.get(UsersService).changeRole(everybody.susan.id, 'moderator');
  return everybody;
}

describe('/api/moderation', () => {
  it('tells what was reported, and takes decisions, each of which is noted', async () => {
    const { susan, john, mary } = await people();
    const [id = 0] = await site.posted([john, 'Buy now!']);
    await (await api.as(mary)).post(`/api/users/${john.id}/reports`, { reason: 'Advertising.', post_id: id });
    await (await api.as(mary)).post(`/api/users/${john.id}/reports`, { reason: 'Again.' });
    const client = await api.as(susan);

    const { items, _links: links } = (await client.get(`${REPORTS}?per_page=1`)).body;
    const [older] = (await client.get(links.next as string)).body.items;
    expect(items).toMatchObject([
      { reporter: 'mary', reported: 'john', reported_id: john.id, post_id: null, body: '', post_state: null, reason: 'Again.' },
    ]);
    expect(older).toMatchObject({
      post_id: id,
      body: 'Buy now!',
      post_state: 'unchanged',
      reason: 'Advertising.',
      suspended: false,
    });

    const decide = async (action: string, subject: number) =>
      (await client.post(DECISIONS, { action, subject, reason: `So: ${action}` })).status;
    expect(await decide('remove_post', id)).toBe(204);
    expect((await client.get(`/api/posts/${id}`)).status).toBe(404);
    expect(await decide('suspend', john.id)).toBe(204);
    expect((await client.get(`/api/users/${john.id}`)).status).toBe(404);
    expect(await decide('unsuspend', john.id)).toBe(204);
    expect((await client.get(`/api/users/${john.id}`)).status).toBe(200);
    // The report of the post was closed with it. What is so already is not decided again.
    expect(await decide('close_report', items[0].id as number)).toBe(204);
    expect(await decide('close_report', items[0].id as number)).toBe(404);
    expect(await decide('unsuspend', john.id)).toBe(204);
    expect((await client.get(REPORTS)).body.items).toEqual([]);

    const { body } = await client.get(`${DECISIONS}?per_page=3`);
    const rest = (await client.get(body._links.next as string)).body;
    expect([...body.items, ...rest.items]).toMatchObject([
      { action: 'close_report', moderator: 'susan', person: 'john', reason: 'So: close_report' },
      { action: 'unsuspend', person: 'john', post_id: null },
      { action: 'suspend', person: 'john' },
      { action: 'remove_post', person: 'john', post_id: id },
    ]);
  });

  it('tells what was said by a post that is edited, or deleted', async () => {
    const { susan, john, mary } = await people();
    const [id = 0] = await site.posted([john, 'Buy now!']);
    await (await api.as(mary)).post(`/api/users/${john.id}/reports`, { reason: 'Advertising.', post_id: id });
    const [client, his] = [await api.as(susan), await api.as(john)];
    const report = async () => (await client.get(REPORTS)).body.items[0] as Record<string, unknown>;

    await his.put(`/api/posts/${id}`, { body: 'Hello.' });
    expect(await report()).toMatchObject({ post_id: id, body: 'Buy now!', post_state: 'edited' });
    await his.delete(`/api/posts/${id}`);
    expect(await report()).toMatchObject({ post_id: null, body: 'Buy now!', post_state: 'deleted' });
  });

  it('is for nobody else, and not about those of the same office', async () => {
    const { susan, john, mary } = await people();
    const noted = await site.count('audit_entry');
    const client = await api.as(mary);
    for (const path of [REPORTS, DECISIONS]) expect((await client.get(path)).status).toBe(403);
    for (const action of ['suspend', 'unsuspend']) {
      expect((await client.post(DECISIONS, { action, subject: john.id, reason: 'x' })).status).toBe(403);
    }
    // Who is there, and who is not, is not told either.
    for (const action of ['suspend', 'close_report', 'remove_post']) {
      expect((await client.post(DECISIONS, { action, subject: 999999, reason: 'x' })).status).toBe(403);
    }
    const [id] = await site.posted([john, 'one']);
    expect((await client.post(DECISIONS, { action: 'remove_post', subject: id, reason: 'x' })).status).toBe(403);
    expect((await (await api.as(susan)).post(DECISIONS, { action: 'suspend', subject: susan.id, reason: 'x' })).status).toBe(403);
    expect([await site.count('post'), await site.count('audit_entry')]).toEqual([1, noted]);
  });

  it.each([
    [{ action: 'suspend', reason: 'x' }, 400, ['subject']],
    [{ action: 'suspend', subject: 0, reason: 'x' }, 400, ['subject']],
    [{ action: 'banish', subject: 1, reason: 'x' }, 400, ['action']],
    [{ action: 'suspend', subject: 1 }, 400, ['reason']],
    [{ action: 'suspend', subject: 999999, reason: 'x' }, 404, undefined],
    [{ action: 'close_report', subject: 999999, reason: 'x' }, 404, undefined],
    [{ action: 'remove_post', subject: 999999, reason: 'x' }, 404, undefined],
  ])('refuses %j', async (body, status, fields) => {
    const { susan } = await people();
    const noted = await site.count('audit_entry');
    const answer = await (await api.as(susan)).post(DECISIONS, body);
    expect(answer.status).toBe(status);
    if (fields) expect(Object.keys(answer.body.errors as object)).toEqual(fields);
    expect(await site.count('audit_entry')).toBe(noted);
  });
});
