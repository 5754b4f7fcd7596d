import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { HttpConfig } from '../config/http.config';
import type { SiteConfig } from '../config/site.config';

/**
 * The security headers of every answer, errors included. Nothing inline, nothing from elsewhere. helmet makes them once; setting the
 * same dozen values again is all that a request pays for.
 */
export function securityHeaders(http: HttpConfig, site: SiteConfig): RequestHandler {
  const headers = headersOf(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'img-src': ["'self'", 'data:', ...(site.avatars === 'gravatar' ? ['https://www.gravatar.com'] : [])],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          ...(http.isHttps ? { 'upgrade-insecure-requests': [] } : {}),
        },
      },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
      hsts: http.isHttps,
    }),
  );
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function headersOf(handler: ReturnType<typeof helmet>): [string, string][] {
  const headers: [string, string][] = [];
  const recorder = { setHeader: (name: string, value: string) => headers.push([name, value]), removeHeader: () => undefined };
  handler({} as never, recorder as never, () => undefined);
  return headers;
}
