import type { ICruiseResult } from 'dependency-cruiser';
import { ToolWorkspace } from '../support/tool-workspace';

/** Files of a small program, each with what it imports (`type …`: types only). Every fault names the rules that must find it. */
const PROGRAM: Record<string, { imports: string[]; breaks?: string[] }> = {
  'src/main.ts': { imports: ['./create-app', './config/config'] },
  'src/create-app.ts': { imports: ['./app.module', './http/set-up'] },
  'src/app.module.ts': { imports: ['./posts/posts.module', './auth/auth.module'] },
  'src/http/set-up.ts': { imports: ['../web/form', '../common/clock'] },
  'src/common/clock.ts': { imports: [] },
  'src/web/form.ts': { imports: ['../common/clock'] },
  'src/database/database.ts': { imports: ['typeorm'] },
  'src/auth/auth.module.ts': { imports: ['@nestjs/common', './session.guard'] },
  'src/auth/session.guard.ts': { imports: [] },
  'src/posts/posts.module.ts': { imports: ['./posts.service', './posts.repository', './post.entity', './posts.policy'] },
  'src/posts/posts.service.ts': { imports: ['./posts.policy', '../common/clock', '../web/form'] },
  'src/posts/posts.repository.ts': { imports: ['typeorm', './post.entity', '../database/database'] },
  'src/posts/post.entity.ts': { imports: ['typeorm'] },
  'src/posts/posts.policy.ts': { imports: [] },
  'src/timeline/timeline.queries.ts': { imports: ['typeorm'] },
  'src/timeline/timeline.controller.ts': { imports: ['../posts/posts.service', '../posts/post.entity'] },
  'src/timeline/timeline.controller.spec.ts': { imports: ['../posts/posts.policy', 'supertest'] },

  'src/common/looks-up.ts': { imports: ['../config/config'], breaks: ['row-common'] },
  'src/config/config.ts': { imports: [] },
  'src/config/looks-up.ts': { imports: ['../database/database'], breaks: ['row-config'] },
  'src/database/looks-up.ts': { imports: ['../events/bus'], breaks: ['row-database'] },
  'src/events/bus.ts': { imports: [] },
  'src/events/looks-sideways.ts': { imports: ['../i18n/locale'], breaks: ['row-events'] },
  'src/i18n/locale.ts': { imports: [] },
  'src/jobs/looks-up.ts': { imports: ['../mail/mailer.port'], breaks: ['row-jobs'] },
  'src/mail/mailer.port.ts': { imports: [] },
  'src/mail/looks-up.ts': { imports: ['../timeline/timeline.service'], breaks: ['row-mail'] },
  'src/api/looks-sideways.ts': { imports: ['../web/form'], breaks: ['row-web'] },
  'src/users/looks-up.ts': { imports: ['type ../posts/posts.service'], breaks: ['row-users'] },
  'src/restrictions/looks-up.ts': { imports: ['../posts/posts.service'], breaks: ['row-restrictions'] },
  'src/export/looks-up.ts': { imports: ['../timeline/timeline.service'], breaks: ['row-export'] },
  'src/posts/looks-sideways.ts': { imports: ['../auth/auth.module'], breaks: ['row-auth'] },
  'src/posts/looks-up.spec.ts': { imports: ['../timeline/timeline.queries'], breaks: ['row-auth'] },
  'src/profiles/looks-sideways.ts': {
    imports: ['../timeline/timeline.service'],
    breaks: ['row-timeline'],
  },
  'src/timeline/timeline.service.ts': { imports: [] },
  'src/entities.ts': { imports: ['./posts/post.entity', './health/health.module'], breaks: ['row-entities'] },
  'src/notifications/looks-up.ts': { imports: ['../health/health.module'], breaks: ['row-notifications'] },
  'src/health/health.module.ts': { imports: [] },
  'src/health/looks-sideways.ts': { imports: ['../http/set-up'], breaks: ['row-commands'] },
  'src/app.module.spec.ts': { imports: ['./create-app'], breaks: ['row-app.module'] },
  'src/create-app.spec.ts': { imports: ['./main'], breaks: ['row-lifecycle'] },
  'src/cli.ts': { imports: ['./main'], breaks: ['row-main'] },

  'src/gossip/gossip.ts': { imports: [] },
  'src/timeline/hears-gossip.ts': { imports: ['../gossip/gossip.service'], breaks: ['row-unknown'] },
  'src/gossip/gossip.service.ts': { imports: ['./gossip'], breaks: ['row-unknown'] },
  'src/posts/egg.ts': { imports: ['./hen'], breaks: ['no-cycle'] },
  'src/posts/hen.ts': { imports: ['./egg'] }, // A cycle is told once.
  'src/posts/yolk.ts': { imports: ['type ./white'] },
  'src/posts/white.ts': { imports: ['type ./yolk'], breaks: ['no-cycle'] },
  'src/timeline/pries.ts': { imports: ['type ../posts/posts.policy'], breaks: ['public-kinds'] },
  'src/posts/queries-by-hand.service.ts': { imports: ['type typeorm'], breaks: ['typeorm-only-in-data-files'] },
  'src/http/borrows-from-tests.ts': { imports: ['supertest'], breaks: ['no-dev-dependency'] },
  'src/http/knows-types-of-tests.ts': { imports: ['type supertest'] },
  'src/posts/lost.ts': { imports: ['./nowhere'], breaks: ['resolvable'] },
};

describe('the direction of imports', () => {
  let workspace: ToolWorkspace;
  let code: number;
  let found: ICruiseResult['summary']['violations'];

  beforeAll(async () => {
    workspace = await ToolWorkspace.with(
      Object.fromEntries(Object.entries(PROGRAM).map(([path, { imports }]) => [path, source(imports)])),
    );
    const run = await workspace.run('depcruise', '--output-type', 'err', 'src');
    code = run.code;
    const json = await workspace.run('depcruise', '--output-type', 'json', 'src');
    found = (JSON.parse(json.stdout) as ICruiseResult).summary.violations;
  });
  afterAll(() => workspace.remove());

  it('fails on faults', () => {
    expect(code).not.toBe(0);
  });

  it.each(Object.entries(PROGRAM))('finds in %s what is wrong, and nothing else', (path, { breaks = [] }) => {
    expect(found.filter(({ from }) => from === path).map(({ rule }) => rule.name)).toEqual(breaks);
  });

  it('has a planted fault for each rule', () => {
    const rules = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs').forbidden;
    const broken = new Set(Object.values(PROGRAM).flatMap(({ breaks = [] }) => breaks));

    expect(rules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});

function source(imports: readonly string[]): string {
  const lines = imports.map((path, index) => {
    const [, type = '', from] = /^(type )?(.+)$/.exec(path) ?? [];
    return `import ${type}{ Thing as Thing${index} } from '${from}';\nexport ${type}{ Thing${index} };`;
  });
  return [...lines, 'export class Thing {}', ''].join('\n');
}
