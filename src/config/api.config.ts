import type { Environment } from './environment';

/** Who may call the REST API from where. */
export class ApiConfig {
  /** Other sites whose pages may call it from a browser, as a browser names them: `https://app.example`. None, unless the operator names some. */
  readonly corsOrigins: readonly string[];

  constructor(environment: Environment) {
    this.corsOrigins = environment.list('CORS_ORIGINS', []);
    if (!this.corsOrigins.every(isOrigin)) {
      environment.fault('CORS_ORIGINS', 'must name origins, such as https://app.example, without a path');
    }
  }
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}
