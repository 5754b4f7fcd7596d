import { useSite } from './site';

const TOKEN = 'a token of sixteen bytes';

describe('without METRICS_TOKEN', () => {
  const site = useSite();

  it('tells this machine how long the answers of each route took, and names nobody', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.get('/user/susan');
    await browser.get('/user/nobody');

    const { status, headers, body } = await browser.get('/metrics');

    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/user\/:username",status="200"\} 1/);
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/user\/:username",status="404"\} 1/);
    expect(body).not.toContain('susan');
  });
});

describe('with METRICS_TOKEN', () => {
  const site = useSite({ METRICS_TOKEN: TOKEN });

  it('tells only who has the token', async () => {
    expect((await site.raw('/metrics')).status).toBe(403);
    expect((await site.raw('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
  });
});
