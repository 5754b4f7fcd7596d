import type { RequestHandler } from 'express';

/**
 * Serves the site below the path of `BASE_URL`, whether the proxy in front passes the prefix on or takes it off. `originalUrl` always
 * has it, as the browser does.
 */
export function underPrefix(prefix: string): RequestHandler {
  return (request, _response, next) => {
    const { url } = request;
    if (url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`)) {
      const rest = url.slice(prefix.length);
      request.url = rest.startsWith('/') ? rest : `/${rest}`;
    } else {
      request.originalUrl = prefix + url;
    }
    next();
  };
}
