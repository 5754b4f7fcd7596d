/** A fault in the configuration: which variable, and what it should be. Never the value: it may be a secret. */
export interface ConfigFault {
  readonly name: string;
  readonly problem: string;
}

/** Stops the start. Its message lists every fault, a line each, so that one look mends them all. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    super(['The configuration has faults:', ...faults.map(({ name, problem }) => `  ${name}: ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }

  static about(name: string, problem: string): ConfigError {
    return new ConfigError([{ name, problem }]);
  }
}

/**
 * Reads typed values out of environment variables and remembers what is wrong with them instead of throwing, so that all faults
 * are told at once. An empty variable counts as absent, as it does in most `.env` files.
 */
export class Environment {
  readonly faults: ConfigFault[] = [];

  constructor(private readonly variables: Readonly<Record<string, string | undefined>>) {}

  text(name: string): string | undefined;
  text(name: string, fallback: string): string;
  text(name: string, fallback?: string): string | undefined {
    const value = this.variables[name]?.trim();
    return value === undefined || value === '' ? fallback : value;
  }

  integer(name: string, { fallback, min, max }: { fallback: number; min: number; max: number }): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    this.fault(name, `must be a whole number from ${min} to ${max}`);
    return fallback;
  }

  oneOf<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined) return choice;
    this.fault(name, `must be one of ${choices.join(', ')}`);
    return fallback;
  }

  list(name: string, fallback: readonly string[]): string[] {
    const text = this.text(name);
    if (text === undefined) return [...fallback];
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  url(name: string, protocols: readonly string[]): URL | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.parse(text);
    if (url && protocols.includes(url.protocol)) {
      if (isDecodable(url)) return url;
      this.fault(name, 'has a % that stands for nothing: write %25 for it');
      return undefined;
    }
    this.fault(name, `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    return undefined;
  }

  fault(name: string, problem: string): void {
    this.faults.push({ name, problem });
  }
}

/** Whether user, password and path say what they stand for: `%40` is an @, and `%zz` is nothing. */
export function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    return [username, password, pathname].every((part) => typeof decodeURIComponent(part) === 'string');
  } catch {
    return false;
  }
}
