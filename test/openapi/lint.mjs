// Lints the OpenAPI document that comes on standard input; prints what is wrong with it, as JSON. A program of its own, for the linter is an ES module.
import { text } from 'node:stream/consumers';
import { createConfig, lintFromString } from '@redocly/openapi-core';

const config = await createConfig({
  extends: ['recommended-strict'],
  // The server is wherever the operator puts it: the document names its path alone. And two operations refuse nobody.
  rules: { 'no-server-example.com': 'off', 'operation-4xx-response': 'off' },
});
const problems = await lintFromString({ source: await text(process.stdin), absoluteRef: 'openapi.json', config });
const lines = problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`);
process.stdout.write(JSON.stringify(lines));
