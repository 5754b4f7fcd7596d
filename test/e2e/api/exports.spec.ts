import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { unzip } from '../../support/zip';
import { useSite } from '../../support/site';
import { bearer, useApi } from './api-client';

const site = useSite();
const api = useApi(site);

describe('/api/exports', () => {
  it('makes an archive that its owner alone can fetch', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [hers, his] = [await api.as(susan), await api.as(john)];
    await site.posted([susan, 'one']);

    const begun = await hers.post('/api/exports');

    expect(begun.status).toBe(201);
    const { id } = begun.body as { id: number };
    expect(begun.headers.location).toBe(`/api/exports/${id}`);
    expect(begun.body).toMatchObject({ state: 'running', progress: 0, size: 0, finished_at: null, _links: { file: null } });
    expect((await hers.post('/api/exports')).status).toBe(409);
    expect((await hers.get(`/api/exports/${id}/file`)).status).toBe(409);
    await site.workOff();

    const done = await hers.get(`/api/exports/${id}`);
    expect(done.body).toMatchObject({ state: 'done', progress: 100, _links: { file: `/api/exports/${id}/file` } });
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);
    const file = await fetch(`${site.app.url}/api/exports/${id}/file`, { headers: bearer(token) });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([file.status, file.headers.get('content-type'), bytes.length]).toEqual([200, 'application/zip', done.body.size]);
    expect(JSON.parse((await unzip(bytes))['posts.json']!)).toMatchObject({ posts: [{ body: 'one' }] });
    const part = await fetch(file.url, { headers: { ...bearer(token), range: 'bytes=0-3' } });
    expect([part.status, Buffer.from(await part.arrayBuffer()).toString()]).toEqual([206, 'PK\u0003\u0004']);
    for (const path of [`/api/exports/${id}`, `/api/exports/${id}/file`]) {
      expect({ path, status: (await his.get(path)).status }).toEqual({ path, status: 404 });
      expect({ path, status: (await api.anonymous.get(path)).status }).toEqual({ path, status: 401 });
    }
  });

  it('is asked for not too often', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) {
      statuses.push((await client.post('/api/exports')).status);
      await site.workOff();
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 429]);
  });
});
