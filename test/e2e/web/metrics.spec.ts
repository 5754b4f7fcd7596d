import { Clock } from '../../../src/common/clock';
import { JobKind } from '../../../src/jobs/job-kind';
import { Jobs } from '../../../src/jobs/jobs.service';
import { useSite } from '../../support/site';

const KIND = new JobKind('test.metrics');
const TOKEN = 'a token of sixteen bytes';

describe('without METRICS_TOKEN', () => {
  const site = useSite();

  it('tells this machine how long the answers of each route took, and names nobody', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.get('/user/susan');
    await browser.get('/user/nobody');
    await site.raw('/explore');
    await browser.get('/no/such/page');

    const { status, headers, body } = await browser.get('/metrics');

    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/user\/:username",status="200"\} 1/);
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/user\/:username",status="404"\} 1/);
    // Whom a guard sent away is answered too; what leads nowhere has no route to be counted under.
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/explore",status="302"\} 1/);
    expect(body).not.toContain('no/such/page');
    expect(body).not.toContain('susan');
  });

  it('counts the jobs of the site and tells how long they wait', async () => {
    await site.app.get(Jobs).add(KIND, {}, { runAt: new Date(site.app.get(Clock).now().getTime() - 90_000) });

    const { body } = await site.raw('/metrics');

    expect(body).toContain('microblog_jobs{kind="test.metrics",state="waiting"} 1');
    expect(Number(/^microblog_jobs_oldest_due_seconds (\S+)$/m.exec(body)?.[1])).toBeGreaterThanOrEqual(90);
  });
});

describe('with METRICS_TOKEN', () => {
  const site = useSite({ METRICS_TOKEN: TOKEN });

  it('tells only who has the token', async () => {
    expect((await site.raw('/metrics')).status).toBe(403);
    expect((await site.raw('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
  });
});
