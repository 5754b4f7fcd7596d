interface Statement {
  readonly query: string;
}

/**
 * The source of a new migration, made of the statements that one database would need.
 *
 * @param title what it does, verb first: `Add language to posts`
 */
export function draftOf(title: string, now: Date, sql: { up: Statement[]; down: Statement[] }): { file: string; source: string } {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  if (words.length === 0) throw new Error('A migration needs a name, such as "Add language to posts"');
  const className = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + String(now.getTime());
  const source = `import type { MigrationInterface, QueryRunner } from 'typeorm';

// A draft for one database. Write it with the Table API, so that it runs on both, and add it to index.ts.
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${linesOf(sql.up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${linesOf(sql.down)}
  }
}
`;
  return { file: `${now.getTime()}-${words.join('-')}.ts`, source };
}

const linesOf = (statements: Statement[]): string =>
  statements.map(({ query }) => `    await runner.query(${JSON.stringify(query)});`).join('\n');
