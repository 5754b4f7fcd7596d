import type { Config, ConfigReport } from '../../../config/config';
import { failed, okUnless, type Outcome, warning } from '../finding';

/** Every fault by name, and what is allowed but no public site wants. Never a value: it may be a secret. */
export function checkConfiguration({ config, faults }: ConfigReport): readonly Outcome[] {
  const wrong = faults.map(({ name, problem }) => failed(`${name} ${problem}`, 'Correct it in the environment or in .env.'));
  return okUnless(`${config.app.mode}, ${config.http.baseUrl}`, [...wrong, ...(config.app.isProduction ? oddities(config) : [])]);
}

function oddities({ http }: Config): Outcome[] {
  const { hostname } = new URL(http.origin);
  const found: Outcome[] = [];
  if (!http.isOriginGiven) {
    found.push(
      warning(`BASE_URL is not set: links in mails lead to ${http.origin}`, 'Set it to the public address of the site.'),
    );
  } else if (!http.isHttps && !LOCAL.test(hostname)) {
    found.push(
      warning(
        'BASE_URL is not https: passwords and cookies can be read on their way',
        'Put a proxy with TLS in front, and set it to https://….',
      ),
    );
  }
  // The server itself speaks no TLS: where the world sees https, a proxy stands in front.
  if (http.isHttps && http.trustProxy === false) {
    found.push(
      warning(
        'TRUST_PROXY is not set, although BASE_URL is https: to the limits all visitors share the address of the proxy',
        'Set it to the number of proxies in front, such as 1.',
      ),
    );
  }
  return found;
}

/** What never leaves this machine, or is encrypted anyhow. */
const LOCAL = /^(localhost|127\..*|\[::1\]|.*\.(localhost|onion))$/;
