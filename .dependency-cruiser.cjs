// Which way imports point: docs/architecture.md tells the reasons.

/** The rows of src/, top to bottom: a file imports from its own folder and from the rows below, never sideways or up. */
const ROWS = [
  ['main', 'worker', 'cli'],
  ['lifecycle', 'create-app', 'create-context', 'create-worker'],
  ['app.module'],
  ['commands', 'health', 'http', 'api-docs'],
  ['entities'],
  ['notifications', 'feeds'],
  ['timeline', 'profiles', 'search', 'account-deletion', 'moderation', 'translation'],
  ['export'],
  ['auth', 'follow', 'posts', 'messages'],
  ['restrictions'],
  ['users'],
  ['mail'],
  ['web', 'api'],
  ['jobs', 'throttling'],
  ['events', 'i18n', 'logging', 'routing'],
  ['database'],
  ['config'],
  ['common'],
];

/** Whose files are for all the rows above. The other folders are features, and show the rows above only their public kinds. */
const KITS = [
  'commands',
  'http',
  'mail',
  'web',
  'api',
  'jobs',
  'throttling',
  'events',
  'i18n',
  'logging',
  'routing',
  'database',
  'config',
  'common',
];

const PUBLIC_KINDS = [
  'module',
  'service',
  'repository',
  'entity',
  'presenter',
  'event',
  'port',
  'errors',
  'dto',
  'validator',
  'decorator',
  'guard',
];

/** The files that may speak to the ORM; everything in database/ may too. */
const ORM_KINDS = ['entity', 'repository', 'queries'];

const anyOf = (names) => `(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`;
// A member of a row is a folder (src/posts/…) or a file (src/main.ts).
const inRow = (names) => `^src/${anyOf(names)}[/.]`;
const ofKind = (kinds) => `\\.${anyOf(kinds)}(\\.spec)?\\.ts$`;

const rowRules = ROWS.map((row, index) => ({
  name: `row-${row[0]}`,
  comment: 'An import points to the own folder or to a row below: put what needs both above both, or let the upper one listen.',
  severity: 'error',
  from: { path: inRow(row) },
  to: { path: inRow(ROWS.slice(0, index + 1).flat()), pathNot: '^src/$1[/.]' },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rowRules,
    {
      name: 'row-unknown',
      comment: 'Every folder and file of src/ has its place in ROWS.',
      severity: 'error',
      from: { path: '^(src/|ormconfig)' },
      to: { path: '^src/', pathNot: inRow(ROWS.flat()) },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'public-kinds',
      comment: `Another feature is entered by its ${PUBLIC_KINDS.join(', ')} files; the rest is its own affair.`,
      severity: 'error',
      from: { path: '^src/([^/]+)', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', `^src/${anyOf(KITS)}/`, ofKind(PUBLIC_KINDS)] },
    },
    {
      name: 'typeorm-only-in-data-files',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/database/', ofKind(ORM_KINDS), '\\.spec\\.ts$'] },
      to: { path: '(^|/)node_modules/typeorm/' },
    },
    {
      name: 'no-dev-dependency',
      comment:
        'The image holds no devDependencies: what runs must not import them. Texts are translated where the sources are, with what reads them.',
      severity: 'error',
      from: { path: '^(src/|ormconfig)', pathNot: ['\\.spec\\.ts$', '^src/commands/translate/workshop/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // An import of a type binds as much as any other.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'] },
  },
};
