import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { LiveHub } from '../../../src/notifications/live/live-hub.service';
import { listen } from '../../support/listening';
import { until } from '../../support/until';
import { useSite } from '../../support/site';
import { bearer, useApi } from './api-client';

const site = useSite();
const api = useApi(site);
const STREAM = '/api/notifications/stream';

describe('/api/notifications/stream', () => {
  let controller: AbortController;
  beforeEach(() => (controller = new AbortController()));
  afterEach(() => controller.abort());

  it('tells a program what changes and how much is new, goes on after a cut, and ends with the token', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);
    const first = await listen(`${site.app.url}${STREAM}?timeline=0`, bearer(token), controller.signal);
    expect([first.answer.status, first.answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);

    await site.posted([john, 'one']);
    await (await api.as(john)).post('/api/messages', { recipient: 'susan', body: 'x' });
    await until(() => first.text.includes('event: posts') && first.text.includes('"unread_message_count","data":1'));
    const id = /id: (\d+)\ndata: .*"unread_message_count"/.exec(first.text)?.[1] ?? '';

    await (await api.as(john)).post('/api/messages', { recipient: 'susan', body: 'y' });
    const second = await listen(site.app.url + STREAM, { ...bearer(token), 'last-event-id': id }, controller.signal);
    await until(() => second.text.includes('"unread_message_count","data":2'));
    expect(second.text).not.toContain('"unread_message_count","data":1');

    await site.app.get(LiveHub).sweep();
    expect([first.isOver, second.isOver]).toEqual([false, false]);
    expect((await api.anonymous.with(bearer(token)).delete('/api/tokens')).status).toBe(204);
    await until(() => first.isOver && second.isOver);
  });

  it('has a head, for which nobody stays', async () => {
    const { susan } = await site.people('susan');
    const { status, headers } = await (await api.as(susan)).send('HEAD', STREAM);
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(site.app.get(LiveHub).size).toBe(0);
  });

  it('is nothing without a token', async () => {
    expect((await api.anonymous.get(STREAM)).status).toBe(401);
  });
});

describe('/api/settings/notifications', () => {
  it('says of what one wants to hear, and is heeded', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);
    const all = { follow: true, mention: true, reply: true, like: true, repost: true, message: true };
    expect((await client.get('/api/settings/notifications')).body).toEqual(all);

    const chosen = await client.put('/api/settings/notifications', { ...all, follow: false });
    expect([chosen.status, chosen.body]).toEqual([200, { ...all, follow: false }]);
    await (await api.as(john)).put(`/api/users/${susan.id}/follow`);
    expect((await client.get('/api/notifications/news')).body.items).toEqual([]);

    const refused = await client.put('/api/settings/notifications', { follow: 7 });
    expect([refused.status, Object.keys(refused.body.errors as object)]).toEqual([400, ['follow']]);
  });
});
