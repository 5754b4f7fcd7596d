import { Sql } from '../../../src/database/sql';
import { useSite } from '../../support/site';

const site = useSite();

describe.each(['/avatar/1.svg', '/healthz', '/readyz', '/metrics'])('%s', (path) => {
  it('recognises nobody: what a cache keeps of it would be handed to others', async () => {
    const { susan } = await site.people('susan');
    const remembered = (await site.signedIn(susan, { remember: true })).restarted();
    const before = remembered.cookie('remember');

    for (const cookie of [`remember=${before}`, 'remember=a.b', 'session=x']) {
      const answer = await site.raw(path, { headers: { cookie } });

      expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined]);
    }
    expect(await site.count('session')).toBe(1);
  });

  it('asks no database who is there', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const asked = jest.spyOn(site.app.get(Sql), 'all').mockRejectedValue(new Error('away'));
    try {
      expect((await browser.get(path)).status).toBe(200);
    } finally {
      asked.mockRestore();
    }
  });
});
