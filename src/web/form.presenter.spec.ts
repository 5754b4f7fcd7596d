import { CheckboxField, ChoiceField, EmailField, HiddenField, PasswordField, TextAreaField, TextField } from '../common/fields';
import { readInput } from '../common/input';
import type { Message } from '../common/message';
import { Form } from './form';
import { type FormView, presentForm } from './form.presenter';

class ProfileDto {
  @HiddenField()
  next?: string;

  @TextField({ label: 'users.fields.username', max: 5, autocomplete: 'username' })
  username!: string;

  @EmailField({ label: 'users.fields.email', max: 120 })
  email!: string;

  @PasswordField({ label: 'users.fields.password', min: 3, hint: 'users.hints.password' })
  password!: string;

  @TextAreaField({ label: 'users.fields.aboutMe', max: 140, required: false })
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
  public!: boolean;
}

const say = ({ key, args }: Message): string => (args ? `«${key} ${JSON.stringify(args)}»` : `«${key}»`);
const blank = (values: Partial<ProfileDto> = {}): FormView => presentForm(Form.blank(ProfileDto, values), say);
const sent = async (body: object, fault?: Message): Promise<FormView> =>
  presentForm(Form.sent(ProfileDto, await readInput(ProfileDto, body), fault), say);

const focused = ({ fields }: FormView): string[] => fields.filter(({ autofocus }) => autofocus).map(({ name }) => name);

describe('a form on a page', () => {
  it('has its fields in their order, each also by its name', () => {
    const { fields, byName } = blank();

    expect(fields.map(({ name }) => name)).toEqual(['next', 'username', 'email', 'password', 'about', 'theme', 'public']);
    expect(byName.email).toBe(fields[2]);
  });

  it('draws each field as its class says, in the words of the reader', () => {
    const { username, password, about, theme, public: box } = blank().byName;

    expect(username).toMatchObject({
      id: 'username',
      type: 'text',
      label: '«users.fields.username»',
      required: true,
      maxlength: 5,
    });
    expect(username).toMatchObject({ autocomplete: 'username', hint: undefined, errors: [], invalid: false });
    expect(password).toMatchObject({ type: 'password', hint: '«users.hints.password»' });
    expect(about).toMatchObject({ type: 'textarea', required: false, maxlength: 140 });
    expect(theme).toMatchObject({ type: 'select' });
    expect(box).toMatchObject({ type: 'checkbox', required: false });
  });

  it('has no label on what nobody sees', () => {
    expect(blank().byName.next).toMatchObject({ type: 'hidden', label: '' });
  });

  it('shows the values that it has', () => {
    const {
      username,
      theme,
      public: box,
      about,
      next,
    } = blank({
      username: 'susan',
      theme: 'dark',
      public: true,
      next: '/explore',
    }).byName;

    expect(username?.value).toBe('susan');
    expect(about?.value).toBe('');
    expect(next?.value).toBe('/explore');
    expect(box).toMatchObject({ checked: true, value: '' });
    expect(theme?.options).toEqual([
      { value: 'light', label: '«settings.themes.light»', selected: false },
      { value: 'dark', label: '«settings.themes.dark»', selected: true },
    ]);
  });

  it('shows what was typed again, and never a password', async () => {
    const { username, password } = (await sent({ username: 'susanne', password: 'secret' })).byName;

    expect(username?.value).toBe('susanne');
    expect(password?.value).toBe('');
  });

  it('shows no value where something else than text was sent', async () => {
    expect((await sent({ username: ['susan'] })).byName.username).toMatchObject({ value: '', errors: ['«validation.text»'] });
  });

  it('has each error beside its field, and those of the whole above', async () => {
    const { byName, errors } = await sent({ username: 'susanne', theme: 'pink' }, { key: 'errors.csrf.invalid' });

    expect(byName.username).toMatchObject({ invalid: true, errors: ['«validation.length {"min":1,"max":5}»'] });
    expect(byName.theme).toMatchObject({ invalid: true, errors: ['«validation.choice»'] });
    expect(byName.about).toMatchObject({ invalid: false, errors: [] });
    expect(errors).toEqual(['«errors.csrf.invalid»']);
  });
});

describe('the focus of a form', () => {
  it('is on the first field that can be seen', () => {
    expect(focused(blank())).toEqual(['username']);
  });

  it('is on the first that is empty, when some are filled in', () => {
    expect(focused(blank({ username: 'susan' }))).toEqual(['email']);
  });

  it('is on the first that is wrong, when some are', async () => {
    const typed = { username: 'susan', email: 'nobody', password: 'secret', theme: 'pink' };

    expect(focused(await sent(typed))).toEqual(['email']);
  });

  it('is on the password when nothing else is missing from a form that was refused: it has to be typed again', async () => {
    const typed = { username: 'susan', email: 'susan@example.com', password: 'secret', theme: 'dark' };

    expect(focused(await sent(typed, { key: 'errors.csrf.invalid' }))).toEqual(['password']);
  });

  it('is on the first of all when none is empty', () => {
    const full = { username: 'susan', email: 'susan@example.com', password: 'x', about: 'x', theme: 'dark', public: false };

    expect(focused(blank(full))).toEqual(['username']);
  });
});
