import { DataSource } from 'typeorm';
import { Migrator } from '../../../src/database/migrator';
import { useSite } from '../../support/site';

const site = useSite();

const jsonOf = ({ body }: { body: string }): unknown => JSON.parse(body);

describe('/healthz', () => {
  it('answers to anybody while the process lives', async () => {
    const answer = await site.raw('/healthz');

    expect([answer.status, jsonOf(answer)]).toEqual([200, { status: 'ok' }]);
  });

  it('answers without the database', async () => {
    jest.spyOn(site.app.get(DataSource), 'createQueryRunner').mockImplementation(() => {
      throw new Error('away');
    });
    try {
      expect((await site.raw('/healthz')).status).toBe(200);
    } finally {
      jest.mocked(site.app.get(DataSource).createQueryRunner).mockRestore();
    }
  });
});

describe('/readyz', () => {
  it('says that the database answers, and that its tables are ours', async () => {
    const answer = await site.raw('/readyz');

    expect([answer.status, jsonOf(answer)]).toEqual([200, { status: 'ready', checks: { database: 'ok', migrations: 'ok' } }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('says 503, and when to ask again, while a migration is missing', async () => {
    const migrator = site.app.get(Migrator);
    await migrator.downgrade();
    try {
      const answer = await site.raw('/readyz');

      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(jsonOf(answer)).toEqual({ status: 'unavailable', checks: { database: 'ok', migrations: 'pending' } });
    } finally {
      await migrator.upgrade();
    }
    expect((await site.raw('/readyz')).status).toBe(200);
  });

  it('says 503 without its reasons while the database is away', async () => {
    jest.spyOn(site.app.get(Migrator), 'status').mockRejectedValueOnce(new Error('mysql://root:secret@db'));

    const answer = await site.raw('/readyz');

    expect(answer.status).toBe(503);
    expect(answer.body).not.toContain('secret');
    expect(jsonOf(answer)).toEqual({ status: 'unavailable', checks: { database: 'failed', migrations: 'failed' } });
  });
});
