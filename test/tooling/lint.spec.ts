import { relative } from 'node:path';
import type { ESLint } from 'eslint';
import { ToolWorkspace } from '../support/tool-workspace';

const SAVED = `import { save } from './save';`;

/** Each fault beside its clean twin: the text of a file, and the rules that must speak up. */
const PLANTED: Record<string, { text: string; rules: string[] }> = {
  'src/save.ts': { text: 'export const save = async (): Promise<void> => { await Promise.resolve(); };', rules: [] },
  'src/floating.ts': {
    text: `${SAVED}
      export function go(): void { save(); }`,
    rules: ['@typescript-eslint/no-floating-promises'],
  },
  'src/awaited.ts': {
    text: `${SAVED}
      export async function go(): Promise<void> { await save(); }`,
    rules: [],
  },
  'src/misused.ts': {
    text: `${SAVED}
      export const go = (): number => (save() ? 1 : 2);
      export const each = (): void => [1].forEach(save);`,
    rules: ['@typescript-eslint/no-misused-promises', '@typescript-eslint/no-misused-promises'],
  },
  'src/awaits-nothing.ts': {
    text: 'export async function one(): Promise<number> { return await 1; }',
    rules: ['@typescript-eslint/await-thenable'],
  },
  'src/any.ts': {
    text: 'export const parse = (value: any): string => String(value);',
    rules: ['@typescript-eslint/no-explicit-any'],
  },
  'src/unknown.ts': { text: 'export const parse = (value: unknown): string => String(value);', rules: [] },
  'src/switch.ts': {
    text: `export function mayGo(light: 'red' | 'green'): boolean {
        switch (light) { case 'red': return false; }
        return true;
      }`,
    rules: ['@typescript-eslint/switch-exhaustiveness-check'],
  },
  'src/exhaustive-switch.ts': {
    text: `export function mayGo(light: 'red' | 'green'): boolean {
        switch (light) { case 'red': return false; case 'green': return true; }
      }`,
    rules: [],
  },
  'src/value-import.ts': {
    text: `import { KeyObject } from 'node:crypto';
      export const kind = (key: KeyObject): string => key.type;`,
    rules: ['@typescript-eslint/consistent-type-imports'],
  },
  'src/clock.ts': { text: 'export class Clock { readonly now = Date.now(); }', rules: [] },
  // Nest injects by the class: here the import must stay one of a value.
  'src/injected.service.ts': {
    text: `import { Injectable } from '@nestjs/common';
      import { Clock } from './clock';
      @Injectable()
      export class Injected { constructor(readonly clock: Clock) {} }`,
    rules: [],
  },
  'src/empty.module.ts': {
    text: `import { Module } from '@nestjs/common';
      @Module({})
      export class EmptyModule {}`,
    rules: [],
  },
  'src/equal.ts': { text: 'export const same = (a: string, b: string): boolean => a == b;', rules: ['eqeqeq'] },
  'src/loud.service.ts': { text: `console.log('done');`, rules: ['no-console'] },
  'src/cli.ts': { text: `console.log('done');`, rules: [] },
  'src/commands/loud.command.ts': { text: `console.log('done');`, rules: [] },
  'src/silenced.ts': {
    text: `// eslint-disable-next-line eqeqeq
      export const same = (a: string, b: string): boolean => a == b;`,
    rules: ['@eslint-community/eslint-comments/require-description'],
  },
  'src/silenced-with-reason.ts': {
    text: `// eslint-disable-next-line eqeqeq -- shows how a reason is given
      export const same = (a: string, b: string): boolean => a == b;`,
    rules: [],
  },
  'src/silenced-in-vain.ts': {
    text: `// eslint-disable-next-line eqeqeq -- nothing here
      export const one = 1;`,
    rules: ['unused directive'],
  },
  'public/js/floating.js': {
    text: `export function load() { fetch('/notifications'); }`,
    rules: ['@typescript-eslint/no-floating-promises'],
  },
  'public/js/clean.js': {
    text: `document.querySelector('form')?.addEventListener('submit', () => window.scrollTo(0, 0));`,
    rules: [],
  },
};

describe('the lint', () => {
  let workspace: ToolWorkspace;
  let code: number;
  let found: Record<string, string[]>;

  beforeAll(async () => {
    workspace = await ToolWorkspace.with(Object.fromEntries(Object.entries(PLANTED).map(([path, { text }]) => [path, text])));
    const run = await workspace.run('eslint', '--format', 'json', 'src', 'public');
    code = run.code;
    const results = JSON.parse(run.stdout) as ESLint.LintResult[];
    found = Object.fromEntries(
      results.map(({ filePath, messages }) => [
        relative(workspace.folder, filePath),
        messages.map(
          ({ ruleId, message }) => ruleId ?? (message.startsWith('Unused eslint-disable') ? 'unused directive' : message),
        ),
      ]),
    );
  });
  afterAll(() => workspace.remove());

  it('fails on faults', () => {
    expect(code).toBe(1);
  });

  it.each(Object.entries(PLANTED))('finds in %s what is wrong, and nothing else', (path, { rules }) => {
    expect(found[path]).toEqual(rules);
  });
});
