import { Logger } from '@nestjs/common';
import type { LiveCall } from '../../src/notifications/live/live-channel.port';
import { RedisLiveChannel } from '../../src/notifications/live/redis-live-channel';
import { RedisServer } from '../support/redis-server';
import { until } from '../support/until';

// What goes wrong here goes wrong on purpose.
Logger.overrideLogger(false);

let redis: RedisServer;
const channels: RedisLiveChannel[] = [];

beforeEach(async () => {
  redis = await RedisServer.onFreePort();
  await redis.start();
});
afterEach(async () => {
  for (const channel of channels.splice(0)) channel.onApplicationShutdown();
  await redis.kill();
});

/** The channel of one process, and what it hears. */
function channel(): { send(call: LiveCall): void; heard: LiveCall[] } {
  const one = new RedisLiveChannel(redis.url);
  channels.push(one);
  const heard: LiveCall[] = [];
  one.listen((call) => heard.push(call));
  return { send: (call) => one.send(call), heard };
}

/** Calls until the other process hears: from then on they are connected. */
const connect = (from: ReturnType<typeof channel>, to: ReturnType<typeof channel>): Promise<void> =>
  until(() => {
    from.send({ userId: 0 });
    return to.heard.length > 0;
  });

it('carries calls to every process, the own one included, and to each once', async () => {
  const [one, two] = [channel(), channel()];
  await connect(one, two);
  await connect(two, one);
  for (const { heard } of [one, two]) heard.length = 0;

  one.send({ userId: 7 });
  two.send({ authorId: 8 });

  await until(
    () => one.heard.some((call) => 'authorId' in call) && two.heard.some((call) => 'userId' in call && call.userId === 7),
  );
  for (const { heard } of [one, two]) {
    expect(heard.filter((call) => 'userId' in call && call.userId === 7)).toHaveLength(1);
    expect(heard.filter((call) => 'authorId' in call)).toHaveLength(1);
  }
});

it('goes on within the process while Redis is away, and across when it is back', async () => {
  const [one, two] = [channel(), channel()];
  await connect(one, two);
  await redis.kill();
  one.heard.length = two.heard.length = 0;

  one.send({ userId: 7 });
  expect(one.heard).toEqual([{ userId: 7 }]);
  expect(two.heard).toEqual([]);

  await redis.start();
  await connect(one, two);
});
