import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../config/http.config';
import { RouteRegistry } from './route-registry';

export type UrlArgs = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface UrlOptions {
  /** With scheme and host: for mails, feeds and meta tags. From `BASE_URL`, never from the request's Host header. */
  readonly absolute?: boolean;
}

/** Makes the address of a route, under the path prefix of this site. Arguments that the path has no place for become the query string. */
@Injectable()
export class UrlFor {
  private readonly builders = new Map<string, (args: UrlArgs) => string>();

  constructor(
    private readonly routes: RouteRegistry,
    private readonly http: HttpConfig,
  ) {}

  /** @throws Error for an unknown route, or when an argument of its path is missing */
  path(name: string, args: UrlArgs = {}, { absolute = false }: UrlOptions = {}): string {
    let build = this.builders.get(name);
    if (!build) this.builders.set(name, (build = builderOf(name, this.routes.get(name).path)));
    return (absolute ? this.http.baseUrl : this.http.pathPrefix) + build(args);
  }

  /** The address of a file in `public/` or of a path that has no name, under the same prefix. */
  raw(path: string, { absolute = false }: UrlOptions = {}): string {
    return (absolute ? this.http.baseUrl : this.http.pathPrefix) + path;
  }
}

function builderOf(name: string, pattern: string): (args: UrlArgs) => string {
  const segments = pattern.split(/(:[A-Za-z]+)/);
  const inPath = new Set(segments.filter((segment) => segment.startsWith(':')).map((segment) => segment.slice(1)));
  return (args) => {
    let path = '';
    for (const segment of segments) path += segment.startsWith(':') ? valueOf(name, args, segment.slice(1)) : segment;
    const query = queryOf(args, inPath);
    return query === '' ? path : `${path}?${query}`;
  };
}

function valueOf(name: string, args: UrlArgs, arg: string): string {
  const value = args[arg];
  if (value === undefined || value === null) throw new Error(`The route ${name} needs the argument ${arg}`);
  return encodeURIComponent(value);
}

function queryOf(args: UrlArgs, inPath: ReadonlySet<string>): string {
  let query = '';
  for (const name in args) {
    const value = args[name];
    if (inPath.has(name) || value === undefined || value === null) continue;
    query += `${query && '&'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  }
  return query;
}
