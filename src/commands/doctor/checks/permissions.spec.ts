import { judgeEntries, strangerOutcome } from './permissions';

const folder = { path: '/data', mode: 0o40700, uid: 1000 };
const file = (name: string, changes: Partial<typeof folder> = {}) => {
  return { path: `/data/${name}`, mode: 0o100600, uid: 1000, ...changes };
};

describe('the data folder', () => {
  it('is fine when nobody else can look into it', () => {
    expect(judgeEntries(folder, [file('secret'), file('mail', { mode: 0o40700 })])).toEqual([]);
  });

  it.each([0o100640, 0o100604, 0o100601])('is told of a file with the mode %o', (mode) => {
    const [outcome] = judgeEntries(folder, [file('secret', { mode })]);

    expect(outcome).toMatchObject({
      state: 'warning',
      found: expect.stringContaining(`/data/secret (0${(mode & 0o777).toString(8)})`),
      advice: 'Run: chmod -R go-rwx /data',
    });
  });

  it('may itself be too open', () => {
    expect(judgeEntries({ ...folder, mode: 0o40755 }, [])[0]?.found).toContain('/data (0755)');
  });

  it('names a few of many, and counts the rest', () => {
    const many = Array.from({ length: 10 }, (_, index) => file(`${index}.eml`, { mode: 0o100644 }));

    expect(judgeEntries(folder, many)[0]?.found).toMatch(/0\.eml .*2\.eml \(0644\) and 7 others$/);
  });

  it('is told of what somebody else owns, as after a command of root', () => {
    expect(judgeEntries(folder, [file('microblog.sqlite', { uid: 0 })])).toEqual([
      {
        state: 'warning',
        found: 'the user of the site (uid 1000) does not own /data/microblog.sqlite (uid 0)',
        advice: 'Run: chown -R --reference=/data /data',
      },
    ]);
  });

  it('has a path that a shell takes as one word', () => {
    const [outcome] = judgeEntries({ ...folder, path: "/my site's data", mode: 0o40755 }, []);

    expect(outcome?.advice).toBe(`Run: chmod -R go-rwx '/my site'\\''s data'`);
  });
});

describe('who is neither root nor the user of the site', () => {
  it.each([
    [1000, undefined],
    [0, undefined],
    [1001, "Run it as the user of the site: sudo -u '#1000' microblog doctor"],
  ])('uid %d: %s', (me, advice) => expect(strangerOutcome(folder, me)?.advice).toBe(advice));
});
