import type { OpenAPIObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';

/** An answer as a client got it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed; undefined when there was none. */
  readonly body: unknown;
}

interface Described {
  readonly content?: Readonly<Record<string, object>>;
}

interface Operation {
  readonly requestBody?: Described;
  readonly responses: Readonly<Record<string, Described>>;
}

/** The document as it stands, and for answers closed: they must not have more than is described. */
const OPEN = 'open';
const CLOSED = 'closed';
const PROBLEM = 'application/problem+json';

/** The API document as a judge: what it does not say must not happen. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;

  constructor(document: OpenAPIObject) {
    addFormats(this.ajv);
    this.paths = document.paths as never;
    this.ajv.addSchema({ ...document, $id: OPEN });
    this.ajv.addSchema({ ...closed(document), $id: CLOSED });
  }

  /** Every operation as `GET /api/users/{id}`. */
  get operations(): string[] {
    return Object.entries(this.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }

  /**
   * @param sent the JSON that was sent; undefined when there was none
   * @throws Error when the document does not describe such an answer to such a request
   */
  judge(method: string, url: string, sent: unknown, answer: Answer): void {
    const what = `${method} ${url}`;
    const path = this.pathOf(url);
    const verb = method.toLowerCase();
    const operation = path && this.paths[path]?.[verb];
    if (!path || !operation) return this.judgeProblem(what, answer);

    const status = String(answer.status) in operation.responses ? String(answer.status) : 'default';
    this.judgeContent(what, operation.responses[status], ['paths', path, verb, 'responses', status], answer);
    if (answer.status < 300 && operation.requestBody && sent !== undefined) {
      const schema = ['paths', path, verb, 'requestBody', 'content', 'application/json', 'schema'];
      this.validate(`The body of ${what}`, OPEN, schema, sent);
    }
  }

  private pathOf(url: string): string | undefined {
    const path = url.replace(/\?.*$/, '');
    return Object.keys(this.paths).find((pattern) => new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  }

  /** Where there is no operation, nothing but a problem may come back. */
  private judgeProblem(what: string, answer: Answer): void {
    if (answer.status < 400) throw new Error(`${what} answers ${answer.status}, and the document knows no such operation`);
    if (typeOf(answer) !== PROBLEM) throw new Error(`${what} (${answer.status}) is ${typeOf(answer)}, and no problem`);
    this.validate(`The answer of ${what}`, CLOSED, ['components', 'schemas', 'ProblemJson'], answer.body);
  }

  private judgeContent(what: string, described: Described | undefined, pointer: string[], answer: Answer): void {
    const type = typeOf(answer);
    if (!described?.content) {
      if (answer.body !== undefined) throw new Error(`${what} (${answer.status}) has a body, which is not described`);
    } else if (!(type in described.content)) {
      throw new Error(`${what} (${answer.status}) is "${type}", described is ${Object.keys(described.content).join()}`);
    } else
      this.validate(`The answer of ${what} (${answer.status})`, CLOSED, [...pointer, 'content', type, 'schema'], answer.body);
  }

  private validate(what: string, document: string, pointer: string[], value: unknown): void {
    const path = pointer.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    if (this.ajv.validate({ $ref: `${document}#/${path}` }, value)) return;
    throw new Error(`${what} does not fit the document: ${this.ajv.errorsText()}\n${JSON.stringify(value, null, 2)}`);
  }
}

const typeOf = ({ headers }: Answer): string => headers['content-type']?.replace(/;.*$/, '') ?? '';

/** A copy in which an object has no more properties than are described: what nobody described must not leak. */
function closed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(closed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed<unknown>(inner)]));
  const isObject = copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy);
  return (isObject ? { ...copy, additionalProperties: false } : copy) as T;
}
