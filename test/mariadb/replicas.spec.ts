import { ReplicatedDatabase } from '../support/replicated-database';
import { aboutOperators } from './about-operators';
import { aboutReaders } from './about-readers';

let servers: ReplicatedDatabase;
// Two servers make their tables and start: seconds, and on a busy machine many.
const PATIENCE_MS = 120_000;
beforeAll(async () => {
  servers = await ReplicatedDatabase.start();
}, PATIENCE_MS);
afterAll(() => servers?.remove());

describe('a site with a replica', () => aboutReaders(() => servers));
describe('the operator of a site with a replica', () => aboutOperators(() => servers));
