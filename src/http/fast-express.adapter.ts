import http, { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Application, NextFunction, Request, Response } from 'express';

/** What Express gives its requests and answers for prototypes; its types do not tell. */
interface MessagePrototypes {
  request: object;
  response: object;
}

/** Makes a body of what a controller returned, and may set status and headers. */
export type AnswerBody = (answer: unknown, response: Response) => unknown;

/**
 * Milliseconds for a request to come in as a whole; then it is 408. Nothing that people send is long. Node would wait five minutes, and look
 * every half.
 */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 };

/**
 * Express without its dearest line. For each request Express gives Node's two objects other prototypes, and what has changed its
 * prototype is slow from then on. Here the server makes the objects with Express' prototypes in the first place, so that Express
 * changes nothing any more (docs/performance.md has the figures).
 */
export class FastExpressAdapter extends ExpressAdapter {
  private isClosing = false;
  private cutsConnections = false;
  private bodyOf: AnswerBody = (answer) => answer;

  // ExpressAdapter makes the server itself, without room for other classes. So its two ways to end are here once more.
  override initHttpServer(options: NestApplicationOptions): void {
    const app = this.getInstance<Application & MessagePrototypes>();
    const settings = { ...messageClasses(app), ...PATIENCE };
    this.httpServer = options.httpsOptions
      ? https.createServer({ ...options.httpsOptions, ...settings }, app)
      : http.createServer(settings, app);
    if (options.return503OnClosing) this.refuseWhenClosing(app);
    this.cutsConnections = options.forceCloseConnections ?? false;
  }

  override beforeClose(): void {
    this.isClosing = true;
    super.beforeClose();
  }

  override close(): ReturnType<ExpressAdapter['close']> {
    this.isClosing = true;
    if (this.cutsConnections) this.httpServer.closeAllConnections();
    return super.close();
  }

  /** @param write makes the body of what a controller returned. For pages alone it stands where others have an interceptor, which costs each request far more */
  writeWith(write: AnswerBody): void {
    this.bodyOf = write;
  }

  /** A page comes as bytes and is sent as it is; ExpressAdapter would write it as JSON. */
  override reply(response: Response, answer: unknown, status?: number): unknown {
    const body = this.bodyOf(answer, response);
    if (!Buffer.isBuffer(body)) return super.reply(response, body, status) as unknown;
    if (status !== undefined) response.status(status);
    return response.send(body);
  }

  private refuseWhenClosing(app: Application): void {
    app.use((_: Request, response: Response, next: NextFunction) => {
      if (this.isClosing) response.set('Connection', 'close').status(503).send('Service Unavailable');
      else next();
    });
  }
}

/** Classes whose objects are from birth what Express' `app.handle` would make of them. */
function messageClasses(app: MessagePrototypes) {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse<R extends IncomingMessage> extends ServerResponse<R> {}
  // In front of Express' own, which have the methods and know the app.
  app.request = Object.setPrototypeOf(ExpressRequest.prototype, app.request) as object;
  app.response = Object.setPrototypeOf(ExpressResponse.prototype, app.response) as object;
  return { IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse };
}
