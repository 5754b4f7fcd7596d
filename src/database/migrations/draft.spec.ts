import { draftOf } from './draft';

const now = new Date(1_800_000_000_000);

describe('the draft of a migration', () => {
  it('is named after what it does and when it was made', () => {
    const { file, source } = draftOf('Add language to Posts!', now, { up: [], down: [] });
    expect(file).toBe('1800000000000-add-language-to-posts.ts');
    expect(source).toContain('export class AddLanguageToPosts1800000000000 implements MigrationInterface');
  });

  it('holds the statements, however they are quoted', () => {
    const up = [{ query: 'ALTER TABLE `post` ADD "language" text DEFAULT \'${none}\'' }];
    const { source } = draftOf('Add language', now, { up, down: [] });
    expect(source).toContain(`await runner.query(${JSON.stringify(up[0]?.query)});`);
  });

  it('is refused without a name', () => {
    expect(() => draftOf(' ¿? ', now, { up: [], down: [] })).toThrow('needs a name');
  });
});
