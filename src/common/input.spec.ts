import { Validate, type ValidationArguments, ValidatorConstraint } from 'class-validator';
import { CheckboxField, ChoiceField, EmailField, HiddenField, PasswordField, SameAs, TextAreaField, TextField } from './fields';
import { askerOf, readInput } from './input';
import type { Viewer } from './viewer';

class SignUp {
  @TextField({ label: 'users.fields.username', max: 5, pattern: /^[a-z]+$/, problem: 'validation.username' })
  username!: string;

  @EmailField({ label: 'users.fields.email', max: 40 })
  email!: string;

  @PasswordField({ label: 'users.fields.password', min: 3 })
  password!: string;

  @SameAs('password')
  @PasswordField({ label: 'users.fields.password2' })
  password2!: string;

  @TextAreaField({ label: 'users.fields.aboutMe', min: 0, max: 4, required: false })
  about?: string;

  @ChoiceField({
    label: 'settings.fields.theme',
    choices: [
      { value: 'light', label: 'settings.themes.light' },
      { value: 'dark', label: 'settings.themes.dark' },
    ],
  })
  theme!: string;

  @CheckboxField({ label: 'auth.fields.rememberMe' })
  remember!: boolean;

  @HiddenField()
  next?: string;
}

const sound = {
  username: 'susan',
  email: 'susan@example.com',
  password: 'secret',
  password2: 'secret',
  theme: 'dark',
};

const keysOf = async (body: unknown): Promise<Record<string, string[]>> => {
  const { errors } = await readInput(SignUp, body);
  return Object.fromEntries(Object.entries(errors).map(([field, messages]) => [field, messages.map(({ key }) => key)]));
};

describe('an input', () => {
  it('is an instance of its class with what was sent', async () => {
    const { value, errors } = await readInput(SignUp, { ...sound, about: 'Hi!', remember: 'on', next: '/explore' });

    expect(errors).toEqual({});
    expect(value).toBeInstanceOf(SignUp);
    expect(value).toEqual({ ...sound, about: 'Hi!', remember: true, next: '/explore' });
  });

  it('tells all faults at once, one a field', async () => {
    const body = { username: 'Susan Sarandon', email: 'nobody', password: 'ab', password2: '', about: '12345', theme: 'pink' };

    expect(await keysOf(body)).toEqual({
      username: ['validation.length'],
      email: ['validation.email'],
      password: ['validation.length'],
      password2: ['validation.required'],
      about: ['validation.length'],
      theme: ['validation.choice'],
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['a text', 'username=susan'],
    ['a list', []],
    ['an empty object', {}],
  ])('that is %s lacks every field that must be there', async (_, body) => {
    expect(await keysOf(body)).toEqual({
      username: ['validation.required'],
      email: ['validation.required'],
      password: ['validation.required'],
      password2: ['validation.required'],
      theme: ['validation.choice'],
    });
  });

  it.each([
    ['a number', 7],
    ['null', null],
    ['a list', ['susan']],
    ['an object', { toString: 'susan' }],
    ['a yes or no', true],
  ])('is text: a field that is %s is refused, and leaves no value behind', async (_, username) => {
    const { value, errors } = await readInput(SignUp, { ...sound, username });

    expect(errors).toEqual({ username: [{ key: 'validation.text' }] });
    expect(value.username).toBeUndefined();
  });

  it('takes no field that its class does not declare', async () => {
    const { value } = await readInput(SignUp, { ...sound, id: '7', role: 'admin' });

    expect(value).toEqual({ ...sound, remember: false });
  });

  it('is not to be fooled by the keys of prototypes', async () => {
    const body = JSON.parse(
      '{"__proto__": {"username": "susan"}, "constructor": "x", "toString": "x", "isAdmin": "x"}',
    ) as object;

    const { value, errors } = await readInput(SignUp, body);

    expect(Object.getPrototypeOf(value)).toBe(SignUp.prototype);
    expect(value.username).toBeUndefined();
    expect(Object.keys(errors)).toContain('username');
    expect({}).not.toHaveProperty('username');
    expect(value.constructor).toBe(SignUp);
  });

  it('does not read what its body only inherits', async () => {
    expect(await keysOf(Object.create(sound))).toHaveProperty('username', ['validation.required']);
  });
});

describe('an input that changes only a part', () => {
  const change = (body: object) => readInput(SignUp, body, undefined, { partial: true });

  it('may leave out any field', async () => {
    const { value, errors } = await change({ about: 'Hi!' });

    expect(errors).toEqual({});
    expect(value).toEqual({ about: 'Hi!', remember: false });
  });

  it('keeps every rule for what it has', async () => {
    const { errors } = await change({ username: '', theme: 'pink' });

    expect(Object.keys(errors)).toEqual(['username', 'theme']);
  });
});

describe('a line of text', () => {
  it('is trimmed', async () => {
    expect((await readInput(SignUp, { ...sound, username: ' susan\r\n' })).value.username).toBe('susan');
  });

  it('counts in code points', async () => {
    expect(await keysOf({ ...sound, about: '🍣🍣🍣🍣' })).toEqual({});
    expect(await keysOf({ ...sound, about: '🍣🍣🍣🍣🍣' })).toEqual({ about: ['validation.length'] });
  });

  it('tells both limits', async () => {
    const { errors } = await readInput(SignUp, { ...sound, username: 'susanne', about: '12345' });

    expect(errors.username).toEqual([{ key: 'validation.length', args: { min: 1, max: 5 } }]);
    expect(errors.about).toEqual([{ key: 'validation.length', args: { min: 0, max: 4 } }]);
  });

  it.each(['', '   ', '\u200B', '\u3164'])('that must be there is missing when nothing of it is seen: %j', async (username) => {
    expect(await keysOf({ ...sound, username })).toEqual({ username: ['validation.required'] });
  });

  it('may be empty, or absent, where it need not be there', async () => {
    expect(await keysOf({ ...sound, about: '' })).toEqual({});
    expect(await keysOf(sound)).toEqual({});
  });

  it.each(['su\u0000an', 'su\uD83Can'])('holds no characters that cannot be stored: %j', async (text) => {
    expect(await keysOf({ ...sound, username: text, about: text.slice(0, 4) })).toEqual({
      username: ['validation.characters'],
      about: ['validation.characters'],
    });
  });

  it('keeps to its pattern, and has its own words for it', async () => {
    expect(await keysOf({ ...sound, username: 'su-an' })).toEqual({ username: ['validation.username'] });
  });
});

describe('an e-mail address', () => {
  it.each(['susan@example.com', 'susan.s+blog@mail.example.co.uk', 'SUSAN@EXAMPLE.COM'])('may be %s', async (email) => {
    expect(await keysOf({ ...sound, email })).toEqual({});
  });

  it.each(['susan', '@example.com', 'susan@', 'susan@localhost', 'a b@example.com', 'a@b@example.com', 'susan@example.com\n.x'])(
    'is not %j',
    async (email) => {
      expect(await keysOf({ ...sound, email })).toEqual({ email: ['validation.email'] });
    },
  );

  it('has a limit', async () => {
    expect(await keysOf({ ...sound, email: `${'s'.repeat(29)}@example.com` })).toEqual({ email: ['validation.length'] });
  });
});

describe('a password', () => {
  it('is taken as it was typed', async () => {
    const { value, errors } = await readInput(SignUp, { ...sound, password: '  a\tb ', password2: '  a\tb ' });

    expect(errors).toEqual({});
    expect(value.password).toBe('  a\tb ');
  });

  it('has 256 characters at most, for hashing costs time by length', async () => {
    const of = (length: number) => ({ ...sound, password: '🔑'.repeat(length), password2: '🔑'.repeat(length) });

    expect(await keysOf(of(256))).toEqual({});
    expect(await keysOf(of(257))).toEqual({ password: ['validation.length'], password2: ['validation.length'] });
  });

  it('is the same both times', async () => {
    expect(await keysOf({ ...sound, password2: 'secret ' })).toEqual({ password2: ['validation.sameAs'] });
  });
});

describe('a box to tick', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['false', false],
    [false, false],
    ['on', true],
    ['y', true],
    [true, true],
  ])('sent as %j is %j', async (remember, ticked) => {
    const { value, errors } = await readInput(SignUp, { ...sound, remember });

    expect(errors).toEqual({});
    expect(value.remember).toBe(ticked);
  });

  it.each([1, null, ['on'], {}])('is not %j', async (remember) => {
    expect(await keysOf({ ...sound, remember })).toEqual({ remember: ['validation.invalid'] });
  });

  it('is a boolean in JSON, and nothing else', async () => {
    const keyed = async (remember: unknown) =>
      (await readInput(SignUp, { ...sound, remember }, undefined, { typed: true })).errors;

    expect(await keyed(true)).toEqual({});
    expect(await keyed('on')).toEqual({ remember: [{ key: 'validation.invalid' }] });
  });
});

describe('a rule that depends on who is asking', () => {
  const susan = { id: 1, username: 'susan' } as Viewer;
  const asked: unknown[] = [];

  @ValidatorConstraint({ async: true })
  class IsFree {
    async validate(_: unknown, { object }: ValidationArguments): Promise<boolean> {
      asked.push(askerOf(object));
      return true;
    }
  }

  class Rename {
    // Decorators run from the bottom up.
    @Validate(IsFree)
    @TextField({ label: 'users.fields.username', max: 5 })
    username!: string;
  }

  beforeEach(() => asked.splice(0));

  it('learns it, though it is no part of the input', async () => {
    const { value } = await readInput(Rename, { username: 'sue' }, susan);

    expect(asked).toEqual([susan]);
    expect(value).toEqual({ username: 'sue' });
  });

  it('is not asked about what is wrong anyway', async () => {
    const { errors } = await readInput(Rename, { username: 'susanne' }, susan);

    expect(errors).toHaveProperty('username');
    expect(asked).toEqual([]);
  });

  it('learns of nobody when nobody is signed in', async () => {
    await readInput(Rename, { username: 'sue' });

    expect(asked).toEqual([undefined]);
  });
});
