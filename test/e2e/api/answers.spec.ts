import { DataSource } from 'typeorm';
import { Clock } from '../../../src/common/clock';
import { Passkey } from '../../../src/auth/passkeys/passkey.entity';
import { ResetTokens } from '../../../src/auth/reset/reset-tokens.service';
import { TrustedDevice } from '../../../src/auth/two-step/trusted-device.entity';
import { LiveHub } from '../../../src/notifications/live/live-hub.service';
import { LiveStreamsFull } from '../../../src/notifications/live/live.errors';
import { Throttles } from '../../../src/throttling/throttles.service';
import { TooManyRequests } from '../../../src/throttling/too-many-requests';
import { UsersService } from '../../../src/users/users.service';
import { codeAt } from '../../support/authenticator';
import { listen } from '../../support/listening';
import { KEY, TranslationServer } from '../../support/translation-server';
import type { Person } from '../../factories/factories';
import { useSite } from '../../support/site';
import { type ApiAnswer, type ApiClient, basic, useApi } from './api-client';

/**
 * The other direction of the walk: what the document says of each operation does come back. Every answer that it describes by a status is produced here once, and is
 * held against its schema by the client.
 */

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security: readonly Readonly<Record<string, unknown>>[];
}

interface Place {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Susan, who calls and looks after the place, john, and what she said. */
interface Cast {
  readonly susan: Person;
  readonly john: Person;
  readonly client: ApiClient;
  readonly mine: number;
}

/** What goes into an address and a body, so that the call succeeds. */
interface Call {
  readonly id?: string | number;
  readonly tag?: string;
  readonly query?: string;
  readonly body?: object;
  /** Instead of susan's. */
  readonly client?: ApiClient;
}

let server: TranslationServer;
const variables: Record<string, string> = { TRANSLATOR: 'libretranslate', TRANSLATOR_KEY: KEY, TRANSLATOR_ALLOW_PRIVATE: 'true' };
beforeAll(async () => {
  server = await TranslationServer.start('libretranslate');
  Object.assign(variables, { TRANSLATOR_URL: server.url });
});
afterAll(() => server.stop());

const site = useSite(variables);
const api = useApi(site);

const NOBODY = 999_999_999;
/** What a way to an answer has changed about the site. */
const undo: (() => void)[] = [];
const NEW_PASSWORD = 'another long password';
const again = ({ susan }: Cast): object => ({ current_password: susan.password });

async function aMessage({ client }: Cast): Promise<Call> {
  return { id: ((await client.post('/api/messages', { recipient: 'john', body: 'Hello' })).body as { id: number }).id };
}

async function anExport({ client }: Cast, isDone: boolean): Promise<Call> {
  const { id } = (await client.post('/api/exports')).body as { id: number };
  if (isDone) await site.workOff();
  return { id };
}

async function secondStep(cast: Cast, isOn: boolean): Promise<Call> {
  const { body } = await cast.client.put('/api/second_step/setup', again(cast));
  const code = codeAt(site.app.get(Clock).now(), body.secret as string);
  if (isOn) await cast.client.put('/api/second_step/code', { code });
  return { body: { code } };
}

async function aPasskey({ susan, client }: Cast): Promise<Call> {
  await site.app
    .get(DataSource)
    .getRepository(Passkey)
    .insert({
      userId: susan.id,
      credentialId: `credential-${susan.id}`,
      publicKey: 'key',
      name: 'My phone',
      createdAt: site.app.get(Clock).now(),
      lastUsedAt: null,
    });
  return firstId(client, '/api/passkeys');
}

async function resetTokenOf({ id }: Person): Promise<string> {
  const user = await site.app.get(UsersService).get(id);
  return site.app.get(ResetTokens).issue(user);
}

async function firstId(client: ApiClient, path: string): Promise<Call> {
  return { id: ((await client.get(path)).body as [{ id: string | number }])[0].id };
}

/** By operation, where it needs more than its address with the id of john, of susan's post or of nothing. */
const CALLS: Readonly<Record<string, (cast: Cast) => Call | Promise<Call>>> = {
  usersUpdate: ({ susan }) => ({ id: susan.id, body: { about_me: 'birds', email: 'new@example.com' } }),
  settingsUpdate: () => ({ body: { theme: 'dark' } }),
  wantedNotificationsChoose: () => ({ body: { like: true } }),
  registrationJoin: () => ({
    body: { username: 'mary', email: 'mary@example.com', password: NEW_PASSWORD },
    client: api.anonymous,
  }),
  tokensIssue: ({ susan }) => ({ client: api.anonymous.with(basic(susan.username, susan.password)) }),
  postsPublish: () => ({ body: { body: 'three' } }),
  postsEdit: () => ({ body: { body: 'changed' } }),
  messagesSend: () => ({ body: { recipient: 'john', body: 'Hello' } }),
  messagesShow: aMessage,
  messagesRemove: aMessage,
  exportsShow: (cast) => anExport(cast, true),
  exportsFile: (cast) => anExport(cast, true),
  timelineTagged: () => ({ tag: 'birds' }),
  moderationReport: () => ({ body: { reason: 'rude' } }),
  moderatorsDecide: ({ john }) => ({ body: { action: 'suspend', subject: john.id, reason: 'rude' } }),
  searchSearch: () => ({ query: '?q=one' }),
  messageSearchSearch: () => ({ query: '?q=one' }),
  translationShow: () => ({ query: '?language=es' }),
  accountDeletionRequest: (cast) => ({ body: again(cast) }),
  accountChangeEmail: (cast) => ({ body: { email: 'new@example.com', ...again(cast) } }),
  accountChangePassword: (cast) => ({ body: { password: NEW_PASSWORD, ...again(cast) } }),
  browsersEnd: async ({ susan, client }) => {
    await site.signedIn(susan);
    return firstId(client, '/api/sessions');
  },
  trustedDevicesForget: async (cast) => {
    const { id: userId } = cast.susan;
    const now = site.app.get(Clock).now();
    const expiresAt = new Date(now.getTime() + 60_000);
    await site.app
      .get(DataSource)
      .getRepository(TrustedDevice)
      .insert({ id: 'x', userId, userAgent: '', createdAt: now, expiresAt });
    return firstId(cast.client, '/api/trusted_devices');
  },
  passkeysRemove: async (cast) => ({ ...(await aPasskey(cast)), body: again(cast) }),
  passwordResetRequest: ({ susan }) => ({ body: { email: susan.email }, client: api.anonymous }),
  passwordResetReset: async ({ susan }) => ({
    body: { token: await resetTokenOf(susan), password: NEW_PASSWORD },
    client: api.anonymous,
  }),
  namedTokensRevoke: ({ client }) => firstId(client, '/api/tokens'),
  secondStepBegin: (cast) => ({ body: again(cast) }),
  secondStepConfirm: (cast) => secondStep(cast, false),
  secondStepRenewCodes: async (cast) => {
    await secondStep(cast, true);
    return { body: again(cast) };
  },
  secondStepTurnOff: (cast) => ({ body: again(cast) }),
};

/** By operation and status, where what fits all operations does not. */
const OTHERWISE: Readonly<Record<string, (cast: Cast, place: Place) => Promise<ApiAnswer>>> = {
  'usersUpdate 403': ({ client, john }) => client.put(`/api/users/${john.id}`, { about_me: 'x' }),
  'restrictionsBlock 400': ({ client }) => client.put('/api/users/me/block'),
  'restrictionsMute 400': ({ client }) => client.put('/api/users/me/mute'),
  'followFollow 400': ({ client }) => client.put('/api/users/me/follow'),
  'followUnfollow 400': ({ client }) => client.delete('/api/users/me/follow'),
  'followFollow 409': async ({ client, susan, john }) => {
    await site.rows(`UPDATE \`user\` SET following_count = 1000000 WHERE id = ${susan.id}`);
    return client.put(`/api/users/${john.id}/follow`);
  },
  'registrationJoin 403': async ({ susan }) => {
    const closed = jest.replaceProperty(site.app.config.security, 'registration', 'closed');
    undo.push(() => closed.restore());
    return api.anonymous.post('/api/users', { username: 'mary', email: susan.email, password: NEW_PASSWORD });
  },
  'registrationJoin 422': async () => {
    const client = api.anonymous.with({ 'idempotency-key': 'k' });
    await client.post('/api/users', { username: 'mary', email: 'mary@example.com', password: NEW_PASSWORD });
    return client.post('/api/users', { username: 'ann', email: 'ann@example.com', password: NEW_PASSWORD });
  },
  'passwordResetReset 404': () => api.anonymous.put('/api/password_resets', { token: 'x', password: NEW_PASSWORD }),
  'passwordResetRequest 422': async ({ susan }) => {
    const client = api.anonymous.with({ 'idempotency-key': 'k' });
    await client.post('/api/password_resets', { email: susan.email });
    return client.post('/api/password_resets', { email: 'other@example.com' });
  },
  'postsPublish 404': ({ client }) => client.post('/api/posts', { body: 'x', in_reply_to: NOBODY }),
  // What is taken back need not be there; what is no id at all is not found.
  'reactionsUnlike 404': ({ client }) => client.delete('/api/posts/x/like'),
  'reactionsUnrepost 404': ({ client }) => client.delete('/api/posts/x/repost'),
  'reactionsUnbookmark 404': ({ client }) => client.delete('/api/posts/x/bookmark'),
  'messagesList 404': ({ client }) => client.get('/api/messages?with=nobody'),
  'messagesSend 404': ({ client }) => client.post('/api/messages', { recipient: 'nobody', body: 'x' }),
  'timelineTagged 404': ({ client }) => client.get('/api/tags/%20/posts'),
  'moderatorsDecide 404': ({ client }) =>
    client.post('/api/moderation/decisions', { action: 'close_report', subject: NOBODY, reason: 'x' }),
  'moderatorsReports 403': async ({ john }) => (await api.as(john)).get('/api/moderation/reports'),
  'moderatorsDecisions 403': async ({ john }) => (await api.as(john)).get('/api/moderation/decisions'),
  'exportsBegin 409': async (cast) => {
    await anExport(cast, false);
    return cast.client.post('/api/exports');
  },
  'exportsFile 409': async (cast) => {
    const { id } = await anExport(cast, false);
    return cast.client.get(`/api/exports/${id}/file`);
  },
  'exportsFile 412': async (cast) => {
    const { id } = await anExport(cast, true);
    return cast.client.with({ 'if-match': '"another"' }).get(`/api/exports/${id}/file`);
  },
  'exportsFile 416': async (cast) => {
    const { id } = await anExport(cast, true);
    return cast.client.with({ range: 'bytes=99999999-' }).get(`/api/exports/${id}/file`);
  },
  'searchSearch 400': ({ client }) => client.get('/api/search?q='),
  'messageSearchSearch 400': ({ client }) => client.get('/api/search/messages?q='),
  'translationShow 400': ({ client, mine }) => client.get(`/api/posts/${mine}/translation?language=tlh`),
  'translationShow 503': ({ client, mine }) => {
    server.habit = 'cuts';
    undo.push(() => (server.habit = 'answers'));
    return client.get(`/api/posts/${mine}/translation?language=es`);
  },
  'notificationsStream 503': ({ client }) => {
    const full = jest.spyOn(site.app.get(LiveHub), 'open').mockRejectedValue(new LiveStreamsFull());
    undo.push(() => full.mockRestore());
    return client.get('/api/notifications/stream');
  },
  'secondStepBegin 409': async (cast) => {
    await secondStep(cast, true);
    return cast.client.put('/api/second_step/setup', again(cast));
  },
  'secondStepConfirm 409': ({ client }) => client.put('/api/second_step/code', { code: '000000' }),
  'secondStepRenewCodes 409': (cast) => cast.client.put('/api/second_step/recovery_codes', again(cast)),
};

/** What fits every operation of which the document says this status. */
const BY_STATUS: Readonly<Record<string, (cast: Cast, place: Place, call: Call) => Promise<ApiAnswer>>> = {
  '304': async ({ client }, place, call) => {
    const { headers } = await send(client, place, call);
    return send(client.with({ 'if-none-match': headers.etag ?? '' }), place, call);
  },
  '400': ({ client }, place, call) =>
    place.operation.requestBody
      ? send(call.client ?? client, place, { ...call, body: [] })
      : send(client.with({ 'idempotency-key': 'no key' }), place, call),
  '401': (_, place, call) => send(api.anonymous, place, call),
  '403': async ({ susan, client }, place, call) => {
    await site.rows(`UPDATE api_token SET scope = 'read' WHERE user_id = ${susan.id}`);
    return send(client, place, call);
  },
  '404': ({ client }, place, call) => send(client, place, { ...call, id: NOBODY }),
  '412': ({ client }, place, call) => send(client.with({ 'if-match': '"x"' }), place, call),
  '413': ({ client }, place, call) => send(call.client ?? client, place, { ...call, body: { body: 'x'.repeat(70_000) } }),
  '415': ({ client }, place, call) =>
    (call.client ?? client).send(place.method, addressOf(place, call), 'text', { 'content-type': 'text/plain' }),
  '422': async ({ client }, place, call) => {
    const keyed = client.with({ 'idempotency-key': 'k' });
    await keyed.post('/api/posts', { body: 'another request' });
    return send(keyed, place, call);
  },
  '429': ({ client }, place, call) => {
    // Each limit has tests of its own, which use it up.
    const full = jest.spyOn(site.app.get(Throttles), 'take').mockRejectedValue(new TooManyRequests(60));
    undo.push(() => full.mockRestore());
    return send(call.client ?? client, place, call);
  },
};

function addressOf({ path }: Place, { id = '', tag = '', query = '' }: Call): string {
  return path.replace('{id}', String(id)).replace('{tag}', tag) + query;
}

function send(client: ApiClient, place: Place, call: Call): Promise<ApiAnswer> {
  const text = call.body && JSON.stringify(call.body);
  return client.send(place.method, addressOf(place, call), text, text ? { 'content-type': 'application/json' } : {});
}

/** What succeeds and is no JSON: a page, a file, a stream. */
async function sendForOther(client: ApiClient, place: Place, call: Call): Promise<{ status: number }> {
  const url = site.app.url + addressOf(place, call);
  if (place.name !== 'notificationsStream') return fetch(url, { headers: client.headers });
  const controller = new AbortController();
  const { answer } = await listen(url, client.headers, controller.signal);
  controller.abort();
  return answer;
}

const NO_JSON: ReadonlySet<string> = new Set(['apiDocsShow', 'exportsFile', 'notificationsStream']);

let casts = 0;

async function newCast(): Promise<Cast> {
  await site.nobody();
  const { susan, john } = await site.people('susan', 'john');
  await site.app.get(UsersService).changeRole(susan.id, 'moderator');
  // Another text each time: what was translated once is not asked for again.
  const [mine = 0] = await site.posted([susan, `one of quite a few #birds, and words in English ${++casts}`], [john, 'two']);
  return { susan, john, mine, client: await api.as(susan) };
}

async function produce(place: Place, status: string): Promise<number> {
  const cast = await newCast();
  const special = OTHERWISE[`${place.name} ${status}`];
  if (special) return (await special(cast, place)).status;
  const id = place.path.startsWith('/api/posts') ? cast.mine : cast.john.id;
  const call = { id, ...(await CALLS[place.name]?.(cast)) };
  const general = BY_STATUS[status];
  if (general) return (await general(cast, place, call)).status;
  const client = call.client ?? cast.client;
  return (await (NO_JSON.has(place.name) ? sendForOther(client, place, call) : send(client, place, call))).status;
}

it('comes back as the document says, each answer of each operation', async () => {
  const { paths } = JSON.parse((await site.raw('/api/openapi.json')).body) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const places = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Place => ({
      name: operation.operationId,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const missing: string[] = [];
  let produced = 0;
  for (const place of places) {
    for (const status of Object.keys(place.operation.responses).filter((one) => one !== 'default')) {
      const got = await produce(place, status).finally(() => undo.splice(0).forEach((one) => one()));
      if (String(got) === status) produced++;
      else missing.push(`${place.name} ${status}: ${got}`);
    }
  }
  expect(missing).toEqual([]);
  expect(produced).toBeGreaterThan(250);
}, 180_000);
