import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** A route by its name, as templates and redirects know it. */
export interface Route {
  readonly name: string;
  readonly method: string;
  /** Express' pattern: `/user/:username`. */
  readonly path: string;
}

/**
 * Every route of the program by name. A name is read off the code, never written twice: the controller without its ending, a dot,
 * the method. `TimelineController.home` is `timeline.home`, `PostsApiController.show` is `api.posts.show`.
 */
@Injectable()
export class RouteRegistry {
  private routes?: ReadonlyMap<string, Route>;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error for a name that no controller has: a mistake in the code, found by the tests */
  get(name: string): Route {
    const route = this.all().get(name);
    if (!route) throw new Error(`There is no route named ${name}`);
    return route;
  }

  all(): ReadonlyMap<string, Route> {
    return (this.routes ??= byName(this.scan()));
  }

  private scan(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((methodName) => routesOf(metatype, prototype[methodName] as object, methodName));
    });
  }
}

function byName(routes: Route[]): ReadonlyMap<string, Route> {
  const named = new Map<string, Route>();
  for (const route of routes) {
    if (named.has(route.name)) throw new Error(`Two routes are named ${route.name}: rename a controller or a method`);
    named.set(route.name, route);
  }
  return named;
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- because this is what Nest calls a class
function routesOf(controller: Function, handler: object, methodName: string): Route[] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const [prefix] = pathsOf(controller);
  const [path] = pathsOf(handler);
  return [{ name: `${featureOf(controller.name)}.${methodName}`, method: RequestMethod[method], path: join(prefix, path) }];
}

/** The first path is the one that links use; the others only answer. */
function pathsOf(target: object): [string] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [(Array.isArray(path) ? path[0] : path) ?? ''];
}

function join(...parts: string[]): string {
  return (
    '/' +
    parts
      .flatMap((part) => part.split('/'))
      .filter(Boolean)
      .join('/')
  );
}

function featureOf(className: string): string {
  const api = /^(.*)ApiController$/.exec(className)?.[1];
  const name = api ?? className.replace(/Controller$/, '');
  return (api === undefined ? '' : 'api.') + name.charAt(0).toLowerCase() + name.slice(1);
}
