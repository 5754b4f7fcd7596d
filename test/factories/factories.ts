import { DataSource } from 'typeorm';
import { FollowService } from '../../src/follow/follow.service';
import { PostsService } from '../../src/posts/posts.service';
import { PasswordsService } from '../../src/users/passwords.service';
import { UsersRepository } from '../../src/users/users.repository';
import type { TestApp } from '../support/test-app';

/** Somebody with an account. */
export interface Person {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

export const PASSWORD = 'correct horse battery';

// Hashing is slow on purpose: once a process is enough.
let passwordHash: Promise<string> | undefined;

/** Makes what a test is about, by way of the program's own services. */
export function factories(app: Pick<TestApp, 'get'>) {
  async function person(username: string): Promise<Person> {
    const email = `${username}@example.com`;
    passwordHash ??= app.get(PasswordsService).hash(PASSWORD);
    const { id } = await app
      .get(UsersRepository)
      .insert({ username, email, passwordHash: await passwordHash, emailConfirmedAt: new Date(), createdAt: new Date() });
    return { id, username, email, password: PASSWORD };
  }

  return {
    /** `const { susan, john } = await people('susan', 'john')`: accounts, the first named the oldest. */
    async people<Name extends string>(...names: Name[]): Promise<Record<Name, Person>> {
      const made: Partial<Record<Name, Person>> = {};
      for (const name of names) made[name] = await person(name);
      return made as Record<Name, Person>;
    },

    /** `await follow(susan, john)`: susan follows john from now on. */
    async follow(follower: Person, ...followed: Person[]): Promise<void> {
      for (const { id } of followed) await app.get(FollowService).follow(follower.id, id);
    },

    /** `await posted([john, 'one'], [mary, 'two'])`: the ids of the posts, written in this order. */
    async posted(...posts: (readonly [author: Person, body: string])[]): Promise<number[]> {
      const ids: number[] = [];
      for (const [author, body] of posts) ids.push(await app.get(PostsService).publish(author.id, { body }));
      return ids;
    },

    /** Everybody leaves, and with them all that they ever did. */
    async nobody(): Promise<void> {
      await app.get(DataSource).query('DELETE FROM `user`');
      await app.get(DataSource).query('DELETE FROM job');
      await app.get(DataSource).query('DELETE FROM idempotency_key');
    },
  };
}

export type Factories = ReturnType<typeof factories>;
