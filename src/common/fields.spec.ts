import {
  ChoiceField,
  EmailField,
  fieldsOf,
  limitField,
  offerChoices,
  OnceField,
  PasswordField,
  TextAreaField,
  TextField,
} from './fields';
import { readInput } from './input';

/** What @nestjs/swagger will say of a property; the key is its own and not exported. */
const schemaOf = (type: new () => object, name: string): unknown =>
  Reflect.getMetadata('swagger/apiModelProperties', type.prototype as object, name);

class Account {
  @TextField({ label: 'users.fields.username', max: 64, autocomplete: 'username', pattern: /^\w+$/, example: 'susan' })
  username!: string;

  @EmailField({ label: 'users.fields.email', max: 120 })
  email!: string;
}

class Registration extends Account {
  @PasswordField({ label: 'users.fields.password', min: 8, hint: 'users.hints.password' })
  password!: string;
}

describe('the fields of a form class', () => {
  it('come in the order in which they are written, those of the parent first', () => {
    expect(fieldsOf(Registration).map(({ name }) => name)).toEqual(['username', 'email', 'password']);
    expect(fieldsOf(Account).map(({ name }) => name)).toEqual(['username', 'email']);
  });

  it('know how they are drawn', () => {
    const [username, email, password] = fieldsOf(Registration);

    expect(username).toMatchObject({ type: 'text', label: 'users.fields.username', required: true, max: 64 });
    expect(username).toMatchObject({ autocomplete: 'username' });
    expect(email).toMatchObject({ type: 'email', required: true, max: 120 });
    expect(password).toMatchObject({ type: 'password', required: true, hint: 'users.hints.password' });
  });

  it('are none for a class that has none', () => {
    expect(fieldsOf(class {})).toEqual([]);
  });

  it('describe themselves for the API document', () => {
    expect(schemaOf(Account, 'username')).toMatchObject({
      type: String,
      required: true,
      example: 'susan',
      minLength: 1,
      maxLength: 64,
      pattern: '^\\w+$',
    });
    expect(schemaOf(Account, 'email')).toMatchObject({ format: 'email', maxLength: 120 });
    expect(schemaOf(Registration, 'password')).toMatchObject({ format: 'password', minLength: 8, maxLength: 256 });
  });
});

describe('a limit that an operator set', () => {
  class Note {
    @TextAreaField({ label: 'posts.fields.body', max: 5000, example: 'Hi' })
    body!: string;

    @TextAreaField({ label: 'users.fields.aboutMe', max: 10, required: false })
    aside?: string;
  }

  class OtherNote {
    @TextAreaField({ label: 'posts.fields.body', max: 5000 })
    body!: string;
  }

  beforeAll(() => {
    limitField(Note, 'body', 3);
    limitField(Note, 'aside', 2);
  });

  it('is the limit that counts, and the one that is told', async () => {
    expect((await readInput(Note, { body: '🍣🍣🍣' })).errors).toEqual({});
    expect((await readInput(Note, { body: 'four' })).errors).toEqual({
      body: [{ key: 'validation.length', args: { min: 1, max: 3 } }],
    });
  });

  it('is shown by the form and by the API document, which keeps the rest', () => {
    expect(fieldsOf(Note)[0]).toMatchObject({ name: 'body', max: 3 });
    expect(schemaOf(Note, 'body')).toMatchObject({ type: String, required: true, minLength: 1, maxLength: 3, example: 'Hi' });
    expect(schemaOf(Note, 'aside')).toMatchObject({ required: false, maxLength: 2 });
  });

  it('can be set anew', async () => {
    limitField(Note, 'body', 4);

    expect((await readInput(Note, { body: 'four' })).errors).toEqual({});

    limitField(Note, 'body', 3);
  });

  it('holds for this class alone', async () => {
    expect((await readInput(OtherNote, { body: 'four' })).errors).toEqual({});
  });

  it('is refused for a field that the class does not have', () => {
    expect(() => limitField(Note, 'title' as 'body', 3)).toThrow('Note has no field title');
  });
});

describe('choices that an operator left', () => {
  class Order {
    @ChoiceField({ label: '', choices: ['tea', 'coffee'].map((value) => ({ value, text: value })) })
    drink!: string;
  }
  const refused = async (drink: string): Promise<boolean> => 'drink' in (await readInput(Order, { drink })).errors;

  it('are all, until some are named; what is none of them is refused', async () => {
    expect(fieldsOf(Order)[0]?.choices).toHaveLength(2);
    expect([await refused('tea'), await refused('coffee'), await refused('milk')]).toEqual([false, false, true]);

    offerChoices(Order, 'drink', ['tea', 'milk']);

    expect(fieldsOf(Order)[0]?.choices).toEqual([{ value: 'tea', text: 'tea' }]);
    expect([await refused('tea'), await refused('coffee'), await refused('milk')]).toEqual([false, true, true]);
  });
});

describe('the name of a form that was shown', () => {
  class Compose {
    @OnceField()
    once?: string;
  }

  const errorsOf = async (once: unknown): Promise<string[]> => Object.keys((await readInput(Compose, { once })).errors);

  it('is hidden, and need not be there', async () => {
    expect(fieldsOf(Compose)[0]).toMatchObject({ type: 'hidden', label: '', required: false });
    expect(await errorsOf(undefined)).toEqual([]);
    expect(await errorsOf('')).toEqual([]);
  });

  it('is short and plain', async () => {
    expect(await errorsOf('0b2c_-9')).toEqual([]);
    expect(await errorsOf('a b')).toEqual(['once']);
    expect(await errorsOf('a'.repeat(65))).toEqual(['once']);
  });
});
