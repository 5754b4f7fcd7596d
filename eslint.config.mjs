import comments from '@eslint-community/eslint-plugin-eslint-comments';
import js from '@eslint/js';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts'];
const BROWSER = ['public/js/**/*.js'];
const NODE_SCRIPTS = ['*.{js,cjs,mjs}', 'bin/{api-client,build,ci}', '{client,test}/**/*.mjs'];

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'test-results/', 'client/schema.ts']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@eslint-community/eslint-comments': comments },
    extends: [js.configs.recommended],
    rules: {
      eqeqeq: 'error',
      // A rule is switched off with a reason, or not at all.
      '@eslint-community/eslint-comments/require-description': 'error',
    },
  },
  {
    name: 'type-aware',
    files: [...TYPESCRIPT, ...BROWSER],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler knows which names exist, also in the browser.
      'no-undef': 'off',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
    },
  },
  {
    name: 'type imports',
    files: TYPESCRIPT,
    // Files with decorators are left alone by the rule itself: there an import may be needed at run time, for `design:paramtypes`.
    rules: { '@typescript-eslint/consistent-type-imports': 'error' },
  },
  {
    name: 'output goes to the log',
    files: ['src/**/*.ts'],
    ignores: ['src/commands/**', 'src/cli.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'tests',
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      // Bodies of answers and jest's matchers are `any`, and a double may be async without waiting.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: NODE_SCRIPTS, languageOptions: { globals: globals.node } },
  { files: ['*.{js,cjs}', 'bin/{api-client,build,ci}'], languageOptions: { sourceType: 'commonjs' } },
);
