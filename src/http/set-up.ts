import type { NestExpressApplication } from '@nestjs/platform-express';
import { MethodNotAllowedException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import express from 'express';
import type { Config } from '../config/config';
import { ASSET_FOLDERS, ASSETS_PATH } from '../web/assets';
import { apiCors, apiOptions } from './api-options';
import { underPrefix } from './path-prefix';
import { rateLimitHeaders } from './rate-limit-headers';
import { requestLog } from './request-log';
import { securityHeaders } from './security-headers';
import { strictBody, strictUrl, textCookies } from './strict-text';

// A post has 5,000 code points at most: four bytes each, three characters a byte when percent-encoded, and the rest of the form.
const BODY_LIMIT = '64kb';
const MAX_FIELDS = 100;
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** What every request passes before it reaches a controller, in this order. */
export function setUpHttp(app: NestExpressApplication, { api, http, security, site }: Config): void {
  app.disable('x-powered-by');
  // Pages are one person's and change with each post: hashing every body for an ETag costs more than it saves.
  app.disable('etag');
  app.set('trust proxy', http.trustProxy);
  app.set('query parser', 'simple');

  app.use(requestLog());
  app.use(securityHeaders(http, site));
  if (http.pathPrefix !== '') app.use(underPrefix(http.pathPrefix));
  // Before whatever may refuse a request: the page that says so, too, is for somebody.
  app.use(cookieParser(security.bytesFor('cookies').toString('base64url')), textCookies);
  app.use(apiCors(api), apiOptions, rateLimitHeaders);
  // Behind a proxy it is the proxy's work, which does it in another process.
  if (http.trustProxy === false) app.use(compression({ level: 1 }));
  for (const [name, folder] of Object.entries(ASSET_FOLDERS)) {
    app.use(
      `${ASSETS_PATH}/${name}`,
      express.static(folder, {
        immutable: true,
        maxAge: ONE_YEAR_MS,
        index: false,
        redirect: false,
        setHeaders: shorterWithoutVersion,
      }),
    );
  }
  app.use(ASSETS_PATH, onlyToBeRead);
  app.use(strictUrl);
  app.use(express.json({ limit: BODY_LIMIT, verify: strictBody }));
  app.use(express.urlencoded({ limit: BODY_LIMIT, extended: false, parameterLimit: MAX_FIELDS, verify: strictBody }));
}

/** Their addresses have the hash of the content; whoever leaves it out may find another one there tomorrow. */
function shorterWithoutVersion(response: Response): void {
  if (response.req.query['v'] === undefined) response.setHeader('Cache-Control', 'public, max-age=3600');
}

function onlyToBeRead({ method }: Request, response: Response, next: NextFunction): void {
  if (method === 'GET' || method === 'HEAD') return next();
  response.setHeader('Allow', 'GET, HEAD');
  next(new MethodNotAllowedException());
}
