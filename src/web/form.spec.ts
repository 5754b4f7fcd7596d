import { DomainError, type ErrorKind } from '../common/domain-error';
import { CheckboxField, HiddenField, PasswordField, TextField } from '../common/fields';
import { readInput } from '../common/input';
import type { Message } from '../common/message';
import { Form } from './form';

class LoginDto {
  @TextField({ label: 'users.fields.username', max: 64 })
  username!: string;

  @PasswordField({ label: 'users.fields.password' })
  password!: string;

  @CheckboxField({ label: 'auth.fields.rememberMe' })
  remember_me!: boolean;

  @HiddenField()
  next?: string;
}

class Refusal extends DomainError {
  constructor(kind: ErrorKind, field?: string, retryAfterSeconds?: number) {
    super(kind, 'users.suspended', { args: { username: 'susan' }, field, retryAfterSeconds });
  }
}

const refused: Message = { key: 'errors.users.suspended', args: { username: 'susan' } };
const csrfFault: Message = { key: 'errors.csrf.invalid' };
const sound = { username: 'susan', password: 'secret' };

const sent = async (body: object, fault?: Message): Promise<Form<LoginDto>> =>
  Form.sent(LoginDto, await readInput(LoginDto, body), fault);

const failing = (error: Error) => () => Promise.reject(error);

describe('a form to fill in', () => {
  it('knows the values that it begins with, and nothing wrong', () => {
    const form = Form.blank(LoginDto, { username: 'susan' });

    expect(form.typed).toEqual({ username: 'susan' });
    expect(form.valid).toBe(true);
    expect(form.refusal).toBeUndefined();
    expect(form.errors).toEqual({ fields: {}, form: [] });
  });
});

describe('a form that came in', () => {
  it('hands what was typed to the work, once, when all is right', async () => {
    const form = await sent(sound);
    const work = jest.fn(() => Promise.resolve());

    expect(await form.accepts(work)).toBe(true);
    expect(work.mock.calls).toEqual([[{ username: 'susan', password: 'secret', remember_me: false }]]);
    expect(form.refusal).toBeUndefined();
  });

  it('is refused with 422 before any work when a field is wrong, and keeps what was typed', async () => {
    const form = await sent({ username: 'susan' });
    const work = jest.fn(() => Promise.resolve());

    expect(await form.accepts(work)).toBe(false);
    expect(work).not.toHaveBeenCalled();
    expect(form.refusal).toBe(422);
    expect(form.typed.username).toBe('susan');
    expect(form.errors).toEqual({ fields: { password: [{ key: 'validation.required' }] }, form: [] });
  });

  it('is refused with 403 before any work when its token is wrong, even if its fields are wrong too', async () => {
    const work = jest.fn(() => Promise.resolve());
    const right = await sent(sound, csrfFault);
    const wrong = await sent({}, csrfFault);

    expect(await right.accepts(work)).toBe(false);
    expect(await wrong.accepts(work)).toBe(false);
    expect(work).not.toHaveBeenCalled();
    expect([right.refusal, wrong.refusal]).toEqual([403, 403]);
    expect(right.errors).toEqual({ fields: {}, form: [csrfFault] });
    expect(right.typed.username).toBe('susan');
  });

  it.each(['invalid', 'conflict', 'unauthenticated'] as const)('is refused when the work finds it %s', async (kind) => {
    const form = await sent(sound);

    expect(await form.accepts(failing(new Refusal(kind)))).toBe(false);
    expect(form.errors).toEqual({ fields: {}, form: [refused] });
    expect(form.refusal).toBe(422);
  });

  it('is kept when it came too often, and says how long to wait', async () => {
    const form = await sent(sound);

    expect(await form.accepts(failing(new Refusal('throttled', undefined, 60)))).toBe(false);
    expect([form.refusal, form.retryAfterSeconds, form.typed.username]).toEqual([429, 60, 'susan']);
    expect(form.errors).toEqual({ fields: {}, form: [refused] });
  });

  it('has the error beside the field that it is about', async () => {
    const form = await sent(sound);

    expect(await form.accepts(failing(new Refusal('conflict', 'username')))).toBe(false);
    expect(form.errors).toEqual({ fields: { username: [refused] }, form: [] });
    expect(form.refusal).toBe(422);
  });

  it.each(['forbidden', 'not-found', 'unavailable'] as const)('has nothing to do with an error that is %s', async (kind) => {
    const form = await sent(sound);
    const error = new Refusal(kind);

    await expect(form.accepts(failing(error))).rejects.toBe(error);
    expect(form.valid).toBe(true);
  });

  it('has nothing to do with errors that nobody foresaw', async () => {
    const error = new Error('The database is away');

    await expect((await sent(sound)).accepts(failing(error))).rejects.toBe(error);
  });
});
