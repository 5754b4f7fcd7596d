import { DataSource } from 'typeorm';
import type { ParsedMail } from 'mailparser';
import { Clock } from '../../src/common/clock';
import { JobRunner } from '../../src/jobs/job-runner';
import { Throttles } from '../../src/throttling/throttles.service';
import { factories, type Factories, type Person } from '../factories/factories';
import { BrowserSession } from './browser-session';
import { takeMails } from './mails';
import { type RawAnswer, rawRequest } from './raw-request';
import { type TestApp, startTestApp } from './test-app';

/** A running Microblog for the tests of one file. */
export interface Site extends Factories {
  readonly app: TestApp;
  /** A browser in which nobody is signed in. */
  browser(acceptLanguage?: string): BrowserSession;
  /** A browser in which somebody signed in by way of the form. */
  signedIn(person: Person, options?: { remember?: boolean }): Promise<BrowserSession>;
  /** A request as it stands: no cookies, and a path that nobody tidies up. */
  raw(path: string, request?: Parameters<typeof rawRequest>[2]): Promise<RawAnswer>;
  /** Moves the program's clock until the test is over. */
  later(milliseconds: number): void;
  /** Does all jobs that are due, and tells how many there were. */
  workOff(): Promise<number>;
  /** The mails that were written so far and not yet asked for, each addressed to one. */
  mails(): Promise<ParsedMail[]>;
  /** The rows of a query. */
  rows<T>(sql: string): Promise<T[]>;
  /** How many rows a table has. */
  count(table: string): Promise<number>;
}

type Variables = Readonly<Record<string, string>>;

/**
 * Starts a Microblog before the tests of this file, empties it after each one, and stops it after the last.
 *
 * @param variables of its environment; asked for at the start, where they are not known before
 */
export function useSite(variables: Variables | (() => Variables) = {}): Site {
  let app: TestApp | undefined;
  let made: Factories | undefined;
  let ahead = 0;
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The site runs only during a test');
    return part;
  };

  beforeAll(async () => {
    app = await startTestApp(typeof variables === 'function' ? variables() : variables);
    made = factories(app);
    jest.spyOn(app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + ahead));
  });
  afterEach(async () => {
    ahead = 0;
    await started(made).nobody();
    forgetTries(started(app));
    await takeMails(started(app).config.app.dataDir);
  });
  afterAll(() => app?.stop());

  const browser = (acceptLanguage?: string): BrowserSession => {
    const { url, config } = started(app);
    return new BrowserSession(url, { acceptLanguage, origin: config.http.origin });
  };
  const rows = <T>(sql: string): Promise<T[]> => started(app).get(DataSource).query<T[]>(sql);
  return {
    get app() {
      return started(app);
    },
    people: (...names) => started(made).people(...names),
    follow: (...people) => started(made).follow(...people),
    posted: (...posts) => started(made).posted(...posts),
    nobody: () => started(made).nobody(),
    browser,
    async signedIn({ username, password }, { remember = false } = {}) {
      const session = browser();
      const path = `${started(app).config.http.pathPrefix}/auth/login`;
      const { status } = await session.submit(path, path, { username, password, remember_me: remember });
      if (status !== 303) throw new Error(`${username} could not sign in: ${status}`);
      return session;
    },
    raw: (path, request) => rawRequest(started(app).url, path, request),
    later(milliseconds) {
      ahead += milliseconds;
    },
    workOff: () => started(app).get(JobRunner).runDue(),
    mails: () => takeMails(started(app).config.app.dataDir),
    rows,
    async count(table) {
      const [row] = await rows<{ n: number | string }>(`SELECT COUNT(*) AS n FROM \`${table}\``);
      return Number(row?.n);
    },
  };
}

/** What one test tried must not be held against the next. */
function forgetTries(app: TestApp): void {
  (app.get(Throttles) as unknown as { limiters: Map<string, unknown> }).limiters.clear();
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
