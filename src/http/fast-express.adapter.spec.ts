import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { Module, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import request from 'supertest';
import { FastExpressAdapter } from './fast-express.adapter';

@Module({})
class EmptyModule {}

let app: NestExpressApplication;
afterEach(() => app.close());

type Handler = (request: Request, response: Response) => unknown;

/** A program that answers everything with one handler. */
async function start(handler: Handler, options: NestApplicationOptions = {}): Promise<Server> {
  app = await NestFactory.create<NestExpressApplication>(EmptyModule, new FastExpressAdapter(), { logger: false, ...options });
  app.set('trust proxy', 1);
  app.use(handler);
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer();
}

const prototypes = (...messages: object[]): unknown[] => messages.map((message) => Object.getPrototypeOf(message) as unknown);

describe('the fast adapter', () => {
  it('leaves Express no prototype to change', async () => {
    let atBirth: unknown[] = [];
    let inExpress: unknown[] = [];
    const server = await start((request, response) => {
      inExpress = prototypes(request, response);
      response.end();
    });
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      atBirth = prototypes(request, response);
    });

    await request(server).get('/').expect(200);

    expect(inExpress).toHaveLength(2);
    expect(inExpress[0]).toBe(atBirth[0]);
    expect(inExpress[1]).toBe(atBirth[1]);
  });

  it("has Express' ways to read a request", async () => {
    const server = await start((request, response) =>
      response.json({ accept: request.get('accept'), word: request.query['word'], ip: request.ip, secure: request.secure }),
    );

    const { body } = await request(server)
      .get('/?word=ma%C3%B1ana')
      .set({ Accept: 'text/plain', 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https' });

    expect(body).toEqual({ accept: 'text/plain', word: 'mañana', ip: '203.0.113.9', secure: true });
  });

  it("has Express' ways to answer", async () => {
    const server = await start((request, response) =>
      request.path === '/old' ? response.redirect(303, '/new') : response.status(201).type('text').send('made'),
    );

    await request(server).get('/old').expect(303).expect('Location', '/new');
    await request(server).get('/new').expect(201).expect('Content-Type', 'text/plain; charset=utf-8').expect('made');
  });

  it('sends bytes as they are, and anything else as Nest does', async () => {
    const server = await start((request, response) => {
      const body = request.path === '/page' ? Buffer.from('é') : { some: 'object' };
      app.getHttpAdapter().reply(response.type(request.path === '/page' ? 'html' : 'json'), body, 201);
    });

    const { text } = await request(server)
      .get('/page')
      .expect(201)
      .expect('Content-Type', 'text/html; charset=utf-8')
      .expect('Content-Length', '2');
    expect(text).toBe('é');
    await request(server).get('/other').expect(201, { some: 'object' });
  });

  it('ties request, answer and app together, and begins each with locals of its own', async () => {
    const server = await start((request, response) => {
      const known = Object.keys(response.locals as object);
      (response.locals as Record<string, unknown>)['seen'] = true;
      response.json({
        request: response.req === request,
        response: request.res === response,
        apps: [request.app, response.app].map((known) => known === app.getHttpAdapter().getInstance()),
        known,
      });
    });

    for (const path of ['/1', '/2']) {
      const { body } = await request(server).get(path);
      expect(body).toEqual({ request: true, response: true, apps: [true, true], known: [] });
    }
  });

  it('speaks TLS when it is given options for it', async () => {
    // Without a certificate: the cipher needs none.
    const tls = { ciphers: 'AECDH-AES128-SHA:@SECLEVEL=0' };
    const server = await start((request, response) => response.json({ secure: request.secure }), { httpsOptions: tls });
    const { port } = server.address() as AddressInfo;

    const asked = https.get({ ...tls, port, host: '127.0.0.1', maxVersion: 'TLSv1.2', rejectUnauthorized: false, agent: false });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];

    expect(server).toBeInstanceOf(https.Server);
    expect(JSON.parse(Buffer.concat(await answer.toArray()).toString())).toEqual({ secure: true });
  });

  it('waits for no request longer than a quarter of a minute', async () => {
    expect(await start((_, response) => response.end())).toMatchObject({ headersTimeout: 10_000, requestTimeout: 15_000 });
  });

  it('refuses requests once it closes, when told to', async () => {
    const server = await start((_, response) => response.end(), { return503OnClosing: true });

    app.getHttpAdapter().beforeClose?.();

    await request(server).get('/').expect(503).expect('Connection', 'close');
  });

  it('cuts connections when it closes, when told to', async () => {
    let asked = (): void => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const server = await start(() => asked(), { forceCloseConnections: true });
    const { port } = server.address() as AddressInfo;
    const connection = connect(port, '127.0.0.1').on('error', () => {});
    connection.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await isAsked;

    const closed = once(connection, 'close');
    await app.close();

    await closed;
    expect(server.listening).toBe(false);
  });
});
