import { resolve } from 'node:path';
import type { Environment } from './environment';

export type Mode = 'production' | 'development' | 'test';

/** What kind of run this is, and where its files live. */
export class AppConfig {
  readonly mode: Mode;
  /** Absolute path of the folder for the SQLite file, the generated secret and whatever else the program writes. */
  readonly dataDir: string;

  constructor(environment: Environment) {
    this.mode = environment.oneOf('NODE_ENV', ['production', 'development', 'test'], 'development');
    this.dataDir = resolve(environment.text('DATA_DIR', './data'));
  }

  get isProduction(): boolean {
    return this.mode === 'production';
  }
}
