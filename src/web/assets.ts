import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../common/project-root';
import { AppConfig } from '../config/app.config';
import { UrlFor, type UrlOptions } from '../routing/url-for';

export const ASSETS_PATH = '/assets';

const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

// This package lets nobody see its package.json; its entry stands one folder deep.
const WEBAUTHN_FOLDER = dirname(dirname(require.resolve('@simplewebauthn/browser')));

/**
 * What is served under `/assets`: our folder, and the parts that we use of packages, so that nothing is fetched from elsewhere.
 * Swagger UI's are single files, for its folder also holds pages of its own.
 */
export const ASSET_FOLDERS: Readonly<Record<string, string>> = {
  vendor: join(packageFolder('bootstrap'), 'dist', 'css'),
  'simplewebauthn.js': join(WEBAUTHN_FOLDER, 'dist', 'bundle', 'index.umd.min.js'),
  'swagger-ui.css': join(packageFolder('swagger-ui-dist'), 'swagger-ui.css'),
  'swagger-ui.js': join(packageFolder('swagger-ui-dist'), 'swagger-ui-bundle.js'),
  '': join(projectRoot(), 'public'),
};

/** Addresses of style sheets, scripts and pictures. They carry a hash of the content, so a browser may keep them for ever. */
@Injectable()
export class Assets {
  private readonly versions = new Map<string, string>();

  constructor(
    private readonly urls: UrlFor,
    private readonly app: AppConfig,
  ) {}

  url(path: string, options?: UrlOptions): string {
    let version = this.versions.get(path);
    if (version === undefined || this.app.mode === 'development') this.versions.set(path, (version = versionOf(path)));
    return this.urls.raw(`${ASSETS_PATH}/${path}?v=${version}`, options);
  }
}

function versionOf(path: string): string {
  const [folder = '', ...rest] = path.split('/');
  const file = folder in ASSET_FOLDERS ? join(ASSET_FOLDERS[folder] ?? '', ...rest) : join(ASSET_FOLDERS[''] ?? '', path);
  return createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 10);
}
