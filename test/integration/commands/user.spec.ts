import type { INestApplicationContext } from '@nestjs/common';
import { ApiTokensRepository } from '../../../src/auth/api-tokens.repository';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { CredentialsService } from '../../../src/auth/credentials.service';
import { SessionsService } from '../../../src/auth/sessions.service';
import { FollowService } from '../../../src/follow/follow.service';
import { ModerationRepository } from '../../../src/moderation/moderation.repository';
import { PostsService } from '../../../src/posts/posts.service';
import type { User } from '../../../src/users/user.entity';
import { UsersService } from '../../../src/users/users.service';
import { Operator } from './operator';

const PASSWORD = 'correct horse battery';

interface Account {
  readonly id: number;
  readonly username: string;
  readonly password?: string;
}

describe('microblog user', () => {
  let operator: Operator;

  beforeEach(async () => {
    operator = await Operator.withTables();
  });
  afterEach(() => operator.leave());

  const create = (username: string, input = PASSWORD) =>
    operator.types(['user', 'create', username, `${username}@example.com`], `${input}\n`);

  it('create makes an account with the password from standard input', async () => {
    expect(await create('susan')).toEqual({ code: 0, out: 'Created susan (user).\n', err: '' });

    expect(await signsIn('susan', PASSWORD)).toBe(true);
  });

  it('create makes up a password on demand, and an account may have a role from the start', async () => {
    const john = await operator.asks<Account>(['user', 'create', 'john', 'john@example.com', '--generate', '--role', 'admin']);

    expect(john).toEqual({
      id: expect.any(Number),
      username: 'john',
      email: 'john@example.com',
      role: 'admin',
      password: expect.stringMatching(/^[\w-]{20}$/),
    });
    expect(await signsIn('john', john.password ?? '')).toBe(true);
  });

  it('create keeps the rules of the page and tells all faults at once', async () => {
    await create('susan');

    const { code, out, err } = await operator.types(['user', 'create', 'SUSAN', 'nowhere'], 'short\n');

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      'error: username: Please use a different username.\n' +
        'email: Invalid email address.\n' +
        'password: Field must be between 8 and 256 characters long.\n',
    );
  });

  it('create asks nobody when there is no terminal and no input', async () => {
    const { code, err } = await operator.types(['user', 'create', 'susan', 'susan@example.com']);

    expect({ code, err }).toEqual({ code: 1, err: 'error: Give the password on standard input, or use --generate.\n' });
  });

  it('list shows everybody, the oldest account first', async () => {
    await create('susan');
    await create('john');

    const { out } = await operator.types(['user', 'list']);
    const [titles, ...rows] = out.trimEnd().split('\n');

    expect(titles).toMatch(/^id {2}username {2}email {14}role {2}posts {2}followers {2}joined +last seen$/);
    expect(rows.map((row) => row.split(/ {2,}/).slice(1, 4))).toEqual([
      ['susan', 'susan@example.com', 'user'],
      ['john', 'john@example.com', 'user'],
    ]);
  });

  it("list prints JSON without anything that is nobody's business", async () => {
    await create('susan');

    expect(await operator.asks(['user', 'list'])).toEqual([
      {
        id: expect.any(Number),
        username: 'susan',
        email: 'susan@example.com',
        role: 'user',
        postsCount: 0,
        followersCount: 0,
        createdAt: expect.stringMatching(/Z$/),
        lastSeenAt: null,
      },
    ]);
  });

  it('list shows all of many', async () => {
    await operator.types(['seed', '--users', '1001', '--posts', '0', '--follows', '0']);

    expect(await operator.asks<Account[]>(['user', 'list'])).toHaveLength(1001);
  });

  it('password gives a new one, whatever the case of the name', async () => {
    await create('susan');

    expect(await operator.types(['user', 'password', 'Susan'], 'another horse\n')).toMatchObject({ code: 0, err: '' });

    expect(await signsIn('susan', PASSWORD)).toBe(false);
    expect(await signsIn('susan', 'another horse')).toBe(true);
  });

  it('password ends what the old one had opened', async () => {
    await create('susan');
    const program = await operator.program();
    const user = await program.get(UsersService).getByUsername('susan');
    const { id } = user;
    const sessions = program.get(SessionsService);
    const session = await sessions.start(user, { remember: true, userAgent: '' });
    await program.get(ApiTokensService).issue(id);

    await operator.types(['user', 'password', 'susan', '--generate']);

    expect(await sessions.find(session.id)).toBeNull();
    expect(await sessions.resume(session.rememberCookie?.value ?? '', '')).toBeNull();
    expect(await program.get(ApiTokensRepository).findLiving(id, new Date())).toBeNull();
    await program.close();
  });

  it('password keeps the old one when the new one is too short', async () => {
    await create('susan');

    const { code, err } = await operator.types(['user', 'password', 'susan'], 'short\n');

    expect({ code, err }).toEqual({ code: 1, err: 'error: password: Field must be between 8 and 256 characters long.\n' });
    expect(await signsIn('susan', PASSWORD)).toBe(true);
  });

  it('role says what somebody may do', async () => {
    await create('susan');

    expect((await operator.types(['user', 'role', 'susan', 'moderator'])).out).toBe('susan is moderator now.\n');

    expect(await operator.asks(['user', 'list'])).toMatchObject([{ username: 'susan', role: 'moderator' }]);
  });

  it('tells about somebody who is not there in plain words', async () => {
    const { code, err } = await operator.types(['user', 'role', 'nobody', 'admin']);

    expect({ code, err }).toEqual({ code: 1, err: 'error: User nobody not found.\n' });
  });

  describe('with somebody who is signed in', () => {
    let program: INestApplicationContext;
    let user: User;

    beforeEach(async () => {
      await create('susan');
      program = await operator.program();
      user = await program.get(UsersService).getByUsername('susan');
      await program.get(SessionsService).start(user, { remember: true, userAgent: 'Firefox of susan' });
      await program.get(ApiTokensService).create(user, { name: 'my script', scope: 'read', days: 30 });
    });
    afterEach(() => program.close());

    it('sessions lists browsers and tokens, with nothing in it that opens anything', async () => {
      const { out } = await operator.types(['user', 'sessions', 'susan']);

      const [, browser, token] = out.trimEnd().split('\n');
      expect(browser).toMatch(/^remembered {2}\d{4}-.* Firefox of susan$/);
      expect(token).toMatch(/^token {7}never .* my script \(read\)$/);
      expect(await operator.asks(['user', 'sessions', 'susan'])).toEqual({
        browsers: [{ isRemembered: true, userAgent: 'Firefox of susan', ip: expect.any(String), lastUsedAt: expect.any(String) }],
        tokens: [{ name: 'my script', scope: 'read', lastUsedAt: null, expiresAt: expect.stringMatching(/Z$/) }],
      });
    });

    it('revoke signs them out everywhere', async () => {
      expect((await operator.types(['user', 'revoke', 'SUSAN'])).out).toBe('susan is signed out everywhere.\n');

      expect((await operator.types(['user', 'sessions', 'susan'])).out).toBe('susan is signed in nowhere.\n');
      expect(await signsIn('susan', PASSWORD)).toBe(true);
    });

    it('delete takes everything away at once, and leaves others alone', async () => {
      await create('john');
      const john = await program.get(UsersService).getByUsername('john');
      await program.get(PostsService).publish(user.id, { body: 'one' });
      await program.get(FollowService).follow(user.id, john.id);

      expect((await operator.types(['user', 'delete', 'susan', '--yes'])).out).toBe('susan is deleted.\n');

      expect(await operator.asks(['user', 'list'])).toMatchObject([{ username: 'john', followersCount: 0 }]);
      expect(await program.get(UsersService).find(user.id)).toBeNull();
    });

    it('suspend signs out and keeps out, unsuspend lets in again, and both are noted', async () => {
      expect((await operator.types(['user', 'suspend', 'susan', '--reason', 'Spam.'])).out).toBe('susan is suspended.\n');
      expect((await operator.types(['user', 'sessions', 'susan'])).out).toBe('susan is signed in nowhere.\n');
      await expect(program.get(UsersService).getByUsername('susan')).rejects.toThrow();

      expect((await operator.types(['user', 'unsuspend', 'susan'])).out).toBe('susan is suspended no longer.\n');
      expect(await program.get(UsersService).getByUsername('susan')).toMatchObject({ username: 'susan' });
      expect((await program.get(ModerationRepository).log({}, 10)).items).toMatchObject([
        { actor: '', action: 'unsuspend', subject: 'susan', reason: '' },
        { actor: '', action: 'suspend', subject: 'susan', reason: 'Spam.' },
      ]);
    });

    it('delete does nothing when it is not sure and nobody is there to ask', async () => {
      const { code, err } = await operator.types(['user', 'delete', 'susan'], 'susan\n');

      expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('use --yes') });
      expect(await signsIn('susan', PASSWORD)).toBe(true);
    });
  });

  async function signsIn(username: string, password: string): Promise<boolean> {
    const program = await operator.program();
    const credentials = program.get(CredentialsService);
    const signedIn = await credentials.verify(username, password, '127.0.0.1').then(
      () => true,
      () => false,
    );
    await program.close();
    return signedIn;
  }
});
