import 'reflect-metadata';
import { createServer } from 'node:http';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { built } from '../databases.mjs';

// Decorators by hand: this file is not compiled.
class HelloController {
  hello() {
    return 'Hello World!';
  }
}
Controller()(HelloController);
Get()(HelloController.prototype, 'hello', Object.getOwnPropertyDescriptor(HelloController.prototype, 'hello'));

class HelloModule {}
Module({ controllers: [HelloController] })(HelloModule);

const adapters = {
  express: () => new ExpressAdapter(),
  fast: () => new (built('http/fast-express.adapter').FastExpressAdapter)(),
};

async function serve(kind) {
  if (kind === 'bare') {
    const server = createServer((_, response) =>
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end('Hello World!'),
    );
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
  }
  const app = await NestFactory.create(HelloModule, adapters[kind](), { logger: false, bodyParser: false });
  return app.listen(0, '127.0.0.1');
}

const server = await serve(process.argv[2]);
process.send(server.address().port);
