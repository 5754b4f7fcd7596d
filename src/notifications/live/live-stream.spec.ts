import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Response } from 'express';
import { LiveStream } from './live-stream';

let server: Server;
const faults: unknown[] = [];

/** What somebody hears who asks for a stream with which this is done. */
async function hear(work: (stream: LiveStream) => void): Promise<string> {
  const app = express().get('/', (_, response: Response) => {
    response.on('error', (error) => faults.push(error));
    work(new LiveStream(response, { id: 1, followingCount: 0 }, { tokenId: 1 }, 0, 0));
  });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text();
}

afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

describe('an open page', () => {
  it('is told of values, posts, and that somebody is there', async () => {
    const heard = await hear((stream) => {
      stream.sendValue(7, { name: 'unread_message_count', data: 1 });
      stream.sendPosts(2);
      stream.sendPosts(2);
      stream.beat();
      stream.end();
    });

    expect(heard).toBe(
      'retry: 3000\n\nid: 7\ndata: {"name":"unread_message_count","data":1}\n\nevent: posts\ndata: {"count":2}\n\n:\n\n',
    );
  });

  it('takes nothing more once it is over: what fails there has nobody who would catch it, and ends the program', async () => {
    const heard = await hear((stream) => {
      stream.end();
      stream.sendValue(7, 1);
      stream.sendPosts(2);
    });
    await new Promise(setImmediate);

    expect(heard).toBe('retry: 3000\n\n');
    expect(faults).toEqual([]);
  });
});
