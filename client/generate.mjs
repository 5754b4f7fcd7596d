// Reads an OpenAPI document from standard input and prints its types: `npm run api:client` and the test that they are up to date.
import { text } from 'node:stream/consumers';
import openapiTS, { astToString } from 'openapi-typescript';

const types = astToString(await openapiTS(JSON.parse(await text(process.stdin))));
process.stdout.write(`// Written by "npm run api:client".\n\n${types}`);
