import type { Config } from '../../config/config';
import { ConfigError } from '../../config/environment';
import { about, type Finding, reasonOf } from './finding';

const { ok, warning, failed } = about('configuration');

/** What stands in the way of a configuration: each variable with what it should be. */
export function faultsOf(error: unknown): Finding[] {
  if (!(error instanceof ConfigError)) return [failed(reasonOf(error), 'See that DATA_DIR can be read and written.')];
  return error.faults.map(({ name, problem }) => failed(`${name} ${problem}`, `Set ${name} in the environment or in .env.`));
}

/** What is sound and still no good for a site that others use. */
export function checkConfiguration({ app, http }: Config): Finding[] {
  if (!app.isProduction) return [ok(`sound, for ${app.mode}`)];
  const { protocol, hostname } = new URL(http.origin);
  if (protocol === 'https:') return [ok(`sound, for ${http.origin}`)];
  return isLoopback(hostname)
    ? [warning(`mails and feeds link to ${http.origin}`, 'Set BASE_URL to the address that people see.')]
    : [warning(`passwords and cookies travel in the clear to ${http.origin}`, 'Put HTTPS in front, and say so in BASE_URL.')];
}

const isLoopback = (hostname: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
