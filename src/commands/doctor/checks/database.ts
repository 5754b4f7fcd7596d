import type { DatabaseConfig } from '../../../config/database.config';
import { mysqlPlace, parseMysqlUrl } from '../../../config/mysql-url';
import type { DatabaseView } from '../../../database/look';
import { DatabaseFacts, type MysqlFacts } from '../database-facts.queries';
import { failed, okUnless, type Outcome, warning } from '../finding';
import { sizeText } from '../../size-text';
import { MEND_DAMAGE, type Opened } from '../sources';

// It reads the whole file, some 500 MB a second, and nothing else can happen meanwhile.
const MOST_CHECKED_BYTES = 500_000_000;

export function checkDatabase(
  opened: Opened<DatabaseView>,
  config: DatabaseConfig,
): readonly Outcome[] | Promise<readonly Outcome[]> {
  if (opened.closed) return [opened.closed];
  const facts = new DatabaseFacts(opened.service.sql);
  return config.kind === 'sqlite' ? checkSqlite(facts, config.file) : checkMysql(facts, config.url, opened.service.tables);
}

async function checkSqlite(facts: DatabaseFacts, file: string): Promise<readonly Outcome[]> {
  const { version, journal, bytes } = await facts.sqlite();
  const isChecked = bytes <= MOST_CHECKED_BYTES;
  const damage = isChecked ? await facts.damage() : undefined;
  const wrong: Outcome[] = [];
  if (damage !== undefined) wrong.push(failed(`${file} is damaged: ${damage}`, MEND_DAMAGE));
  // An empty file is one that no start has seen.
  if (journal !== 'wal' && bytes > 0) {
    wrong.push(
      warning(`${file} is in the mode ${journal}, in which readers wait for writers`, 'The next start of the site turns on WAL.'),
    );
  }
  const soundness = isChecked ? 'no damage' : `too large to look for damage: sqlite3 '${file}' 'PRAGMA quick_check' does`;
  return okUnless(`SQLite ${version}, ${file}, ${sizeText(bytes)}, ${journal.toUpperCase()}, ${soundness}`, wrong);
}

async function checkMysql(facts: DatabaseFacts, url: string, tables: readonly string[]): Promise<readonly Outcome[]> {
  const [server, odd] = await Promise.all([facts.mysql(), facts.oddTables(tables)]);
  const product = server.version.includes('MariaDB') ? 'MariaDB' : 'MySQL';
  const found = `${product} ${server.version}, ${parseMysqlUrl(url).database} at ${mysqlPlace(url)}`;
  return okUnless(found, [...judgeServer(server), ...odd.map(oddTable)]);
}

export function judgeServer({ binlog, readOnly }: MysqlFacts): Outcome[] {
  const wrong: Outcome[] = [];
  if (binlog === 'STATEMENT') {
    const advice = 'Set binlog_format to ROW or MIXED on the server.';
    wrong.push(
      failed('its binary log is by STATEMENT, which refuses what transactions write that read what is committed', advice),
    );
  }
  if (readOnly) wrong.push(warning('the server is read-only, as a replica is', 'Let DATABASE_URL name the primary.'));
  return wrong;
}

const oddTable = (name: string): Outcome =>
  warning(
    `the table ${name} is not InnoDB with utf8mb4_bin, as the program made it`,
    `Run: ALTER TABLE \`${name}\` ENGINE=InnoDB, CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  );
