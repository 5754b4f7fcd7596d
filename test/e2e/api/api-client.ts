import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import type { Person } from '../../factories/factories';
import { Contract } from '../../openapi/contract';
import type { RawAnswer } from '../../support/raw-request';
import type { Site } from '../../support/site';

type Headers = Readonly<Record<string, string>>;

export interface ApiAnswer extends Omit<RawAnswer, 'body'> {
  /** Parsed; undefined when the answer is empty. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** A program that calls the API. Each answer that it gets is held against the API document. */
export class ApiClient {
  constructor(
    private readonly site: Site,
    private readonly contract: Contract,
    readonly headers: Headers = {},
  ) {}

  /** The same program with other headers. */
  with(headers: Headers): ApiClient {
    return new ApiClient(this.site, this.contract, { ...this.headers, ...headers });
  }

  get(path: string): Promise<ApiAnswer> {
    return this.send('GET', path);
  }

  delete(path: string): Promise<ApiAnswer> {
    return this.send('DELETE', path);
  }

  post(path: string, body?: unknown): Promise<ApiAnswer> {
    return this.sendJson('POST', path, body);
  }

  put(path: string, body?: unknown): Promise<ApiAnswer> {
    return this.sendJson('PUT', path, body);
  }

  /** Sends a body as it stands. */
  async send(method: string, path: string, body?: string | Buffer, headers: Headers = {}): Promise<ApiAnswer> {
    const raw = await this.site.raw(path, { method, body, headers: { ...this.headers, ...headers } });
    const answer = { ...raw, body: raw.body === '' ? undefined : (JSON.parse(raw.body) as unknown) };
    if (method !== 'HEAD') this.contract.judge(method, path, bodyOf(body), answer as never);
    return answer;
  }

  private sendJson(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    if (body === undefined) return this.send(method, path);
    return this.send(method, path, JSON.stringify(body), { 'content-type': 'application/json' });
  }
}

export interface Api {
  /** A program without a token. */
  readonly anonymous: ApiClient;
  /** A program with somebody's token. */
  as(person: Person): Promise<ApiClient>;
}

/** The API of a site, for the tests of one file. */
export function useApi(site: Site): Api {
  let contract: Contract;

  beforeAll(async () => {
    const { body } = await site.raw('/api/openapi.json');
    contract = new Contract(JSON.parse(body) as OpenAPIObject);
  });

  return {
    get anonymous() {
      return new ApiClient(site, contract);
    },
    async as({ id }) {
      const { token } = await site.app.get(ApiTokensService).issue(id);
      return this.anonymous.with(bearer(token));
    },
  };
}

export const basic = (username: string, password: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
});

export const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });

function bodyOf(sent: string | Buffer | undefined): unknown {
  try {
    return JSON.parse(String(sent));
  } catch {
    // Broken or packed, on purpose.
    return undefined;
  }
}
