import { Logger } from '@nestjs/common';
import express from 'express';
import request from 'supertest';
import { requestLog } from './request-log';

const debugged = jest.spyOn(Logger.prototype, 'debug').mockImplementation();
const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();

const app = express();
app.use(requestLog());
app.get('/stream', (_request, response) => void response.setHeader('Content-Type', 'text/event-stream').end());
app.post('/sign-in', (_request, response) => void response.status(403).send('no'));

describe('a request', () => {
  beforeEach(() => {
    debugged.mockClear();
    warned.mockClear();
  });

  it('has a name, in the log as in the answer, and its query and body are not told', async () => {
    const { headers } = await request(app).post('/sign-in?token=hunter2').send({ password: 'hunter2' });

    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(debugged.mock.calls).toEqual([
      [
        {
          event: 'request.finished',
          requestId: headers['x-request-id'],
          method: 'POST',
          path: '/sign-in',
          status: 403,
          tookMs: expect.any(Number),
        },
      ],
    ]);
    expect(warned).not.toHaveBeenCalled();
  });

  it('has a name of its own, whatever it says', async () => {
    const names = new Set<unknown>();
    for (let asked = 0; asked < 3; asked++) {
      const { headers } = await request(app).get('/').set('X-Request-Id', 'mine\u0020{"forged":1}');
      names.add(headers['x-request-id']);
    }

    expect(names.size).toBe(3);
    expect([...names].join()).not.toContain('mine');
  });

  it('is told louder when it took a second', async () => {
    const times = [0, 1000];
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 1000);

    await request(app).get('/');

    expect(warned).toHaveBeenCalledWith(expect.objectContaining({ event: 'request.finished', tookMs: 1000 }));
    expect(debugged).not.toHaveBeenCalled();
    clock.mockRestore();
  });

  it('is not told louder when it is meant to last', async () => {
    const times = [0, 15_000];
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 15_000);

    await request(app).get('/stream');

    expect(warned).not.toHaveBeenCalled();
    expect(debugged).toHaveBeenCalledWith(expect.objectContaining({ tookMs: 15_000 }));
    clock.mockRestore();
  });
});
