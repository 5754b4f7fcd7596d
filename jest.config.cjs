// Nest and a few others ship ES modules only; the tests run as CommonJS, so these packages are compiled with them.
const ES_MODULES = [
  '@nestjs',
  '@faker-js',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'request-filtering-agent',
  'gettext-parser',
  'openapi-fetch',
];

const project = (name, folder) => ({
  displayName: name,
  testMatch: [`<rootDir>/${folder}/**/*.spec.ts`],
  testEnvironment: 'node',
  // What is loaded when it is needed has its ending, as Node wants it.
  moduleNameMapper: { '^(\\./workshop/.*|\\./examination)\\.js$': '$1' },
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          // Injection and TypeORM read the types of parameters and the names of classes at run time.
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
          target: 'es2023',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
});

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    project('unit', 'src'),
    project('tooling', 'test/tooling'),
    project('integration', 'test/integration'),
    project('e2e', 'test/e2e'),
    // The two before, many files at a time, as the CI server runs them.
    project('together', 'test/together'),
    project('redis', 'test/redis'),
    project('mariadb', 'test/mariadb'),
    project('catalogues', 'test/catalogues'),
    project('gettext', 'test/gettext'),
    project('languages', 'test/languages'),
    project('openapi', 'test/openapi'),
    project('browser', 'test/browser'),
  ],
  // Room for a boot on a busy machine; a test waits for conditions, never for time to pass.
  testTimeout: 30_000,
  // Left alone, jest keeps one core for itself: on two cores that is half of them.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '512MB',
  // Babel's provider counts the helpers of decorators as branches.
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts'],
  coverageDirectory: 'coverage',
};
