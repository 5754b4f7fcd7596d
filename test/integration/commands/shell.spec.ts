import { type Factories, factories } from '../../factories/factories';
import { Operator } from './operator';

describe('microblog shell', () => {
  let operator: Operator;

  beforeAll(async () => {
    operator = await Operator.withTables();
    const program = await operator.program();
    const make: Factories = factories(program);
    const { susan } = await make.people('susan', 'john');
    await make.posted([susan, 'one']);
    await program.close();
  });
  afterAll(() => operator.leave());

  const typed = (...lines: string[]) => operator.types(['shell'], lines.map((line) => `${line}\n`).join(''));

  it.each([
    ['await User.count()', '2'],
    ['User.count()', '2'],
    ['(await usersService.getByUsername("SUSAN")).username', "'susan'"],
    ['(await Post.findOneBy({ body: "one" })).authorId === (await usersRepository.findByUsername("susan")).id', 'true'],
    ['await db.query("SELECT COUNT(*) AS n FROM post").then(([row]) => Number(row.n))', '1'],
    ['get("UsersService") === usersService && get(usersService.constructor) === usersService', 'true'],
    ['app.get(usersService.constructor) === usersService', 'true'],
  ])('%s', async (line, result) => {
    expect(await typed(line)).toEqual({ code: 0, out: `${result}\n`, err: '' });
  });

  it('keeps names from one line to the next, and waits for lines that go on', async () => {
    const { code, out } = await typed(
      'const people = await User.find({ order: { id: "ASC" } })',
      'for (const { username } of people) {',
      '  console.log(username)',
      '}',
      '',
      'people.length',
    );

    expect({ code, out }).toEqual({ code: 0, out: 'susan\njohn\n2\n' });
  });

  it('lists what is at hand', async () => {
    const { out } = await typed('help()');

    expect(out).toMatch(/^tables +User, UserSettings, Post, Follow, Session, /);
    expect(out).toContain('usersService, usersRepository');
  });

  it.each([
    ['a name that is not there', 'nope.x', 'nope is not defined'],
    ['a service that is not there', 'get("NopeService")', 'There is no NopeService: help() lists what there is'],
    ['a promise that fails', 'await usersService.getByUsername("nobody")', 'User nobody not found.'],
    ['a promise that fails and was not waited for', 'usersService.getByUsername("nobody")', 'User nobody not found.'],
    ['something that is no error', 'throw 3', '3'],
    ['code that makes no sense', 'let a = ]', "Unexpected token ']'"],
  ])('stops at %s', async (_, line, message) => {
    const { code, out, err } = await typed('"before"', line, '"after"');

    expect({ code, out, err }).toEqual({ code: 1, out: "'before'\n", err: `error: ${message}\n` });
  });

  it('fails when the input ends in the middle', async () => {
    expect(await typed('(1 +')).toMatchObject({ code: 1, out: '', err: 'error: Unexpected end of input\n' });
  });
});
