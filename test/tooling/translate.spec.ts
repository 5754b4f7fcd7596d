import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { po } from 'gettext-parser';
import { ToolWorkspace } from '../support/tool-workspace';

const KEYS = { view: 'auth.login.inView', service: 'site.inService', script: 'site.inScript' } as const;

/** A copy of the program, with a new text in a view, in a service and in a script of the browser. */
describe('a new text and a new language', () => {
  let workspace: ToolWorkspace;
  let translate: (...args: string[]) => ReturnType<ToolWorkspace['execute']>;

  const edit = (path: string, change: (text: string) => string): void => {
    const file = join(workspace.folder, path);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${path} is not what this test thinks it is`);
    writeFileSync(file, changed);
  };

  beforeAll(async () => {
    workspace = await ToolWorkspace.with({});
    await workspace.copy('src', 'views', 'public', 'ormconfig.ts', 'i18n/en');
    translate = (...args) => workspace.execute('bin/microblog', ['translate', ...args]);
    edit('views/auth/login.hbs', (text) =>
      text.replace('<h1>', `<p id="in-view">{{t "${KEYS.view}"}}</p><p id="in-service">{{greeting}}</p><h1>`),
    );
    edit('src/web/layout-locals.ts', (text) =>
      text.replace(
        'path: request.originalUrl,',
        `path: request.originalUrl,\n      greeting: this.translator.t(code, '${KEYS.service}'),`,
      ),
    );
    edit('public/js/menus.js', (text) => `${text}\ndocument.title = t('${KEYS.script}');\n`);
  });
  afterAll(() => workspace.remove());

  it('go all the way from the sources to a page', async () => {
    expect(await translate('init', 'it')).toMatchObject({ code: 0 });

    const updated = await translate('update');
    expect(updated.code).toBe(0);
    for (const key of Object.values(KEYS)) expect(updated.stdout).toContain(`it: + ${key}`);

    // The author writes the English ones, a translator the Italian ones with a tool for PO.
    edit('i18n/en/auth.json', (text) => text.replace('"inView": ""', '"inView": "Seen"'));
    edit('i18n/en/site.json', (text) =>
      text.replace('"inService": ""', '"inService": "Served"').replace('"inScript": ""', '"inScript": "Run"'),
    );
    const waiting = await translate('compile');
    expect(waiting.code).toBe(1);
    expect(waiting.stdout).toContain(`it: ${KEYS.view} is not translated yet`);
    const file = join(workspace.folder, 'it.po');
    expect(await translate('export', 'it', file)).toMatchObject({ code: 0 });
    writeFileSync(file, inItalian(readFileSync(file)));
    expect(await translate('import', 'it', file)).toMatchObject({ code: 0 });

    const compiled = await translate('compile');
    expect(compiled.stdout).toContain('in en, it.');
    expect(compiled.code).toBe(0);

    const page = await served(workspace, '/auth/login', 'it');
    expect(page('html').attr('lang')).toBe('it');
    expect([page('#in-view').text(), page('#in-service').text()]).toEqual(['[it] Seen', '[it] Served']);
    expect(JSON.parse(page('meta[name=texts]').attr('content') ?? '')).toMatchObject({ [KEYS.script]: '[it] Run' });
    expect(page('h1').text()).toBe('[it] Sign in');
  }, 240_000);
});

function inItalian(file: Buffer): Buffer {
  const content = po.parse(file);
  for (const entry of Object.values(content.translations).flatMap((entries) => Object.values(entries))) {
    if (entry.msgid !== '') entry.msgstr = entry.msgstr.map((_, i) => `[it] ${(i > 0 && entry.msgid_plural) || entry.msgid}`);
  }
  return po.compile(content);
}

/** A page of the built program of a workspace. */
async function served(workspace: ToolWorkspace, path: string, language: string): Promise<ReturnType<typeof load>> {
  const server = spawn(join(workspace.folder, 'bin/start'), [], {
    cwd: workspace.folder,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '0',
      LANGUAGES: 'en,it',
      DATA_DIR: join(workspace.folder, 'data'),
      LOG_FORMAT: 'json',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  for await (const text of server.stdout.iterator({ destroyOnReturn: false })) {
    log += String(text);
    const [, url] = /Microblog startup: (http[^"\s]+)/.exec(log) ?? [];
    if (url === undefined) continue;
    server.stdout.resume();
    const answer = await fetch(url + path, { headers: { 'accept-language': language } });
    const page = load(await answer.text());
    server.kill('SIGTERM');
    await once(server, 'exit');
    return page;
  }
  throw new Error(`It did not start:\n${log}`);
}
