import { TextField } from '../common/fields';
import { readInput } from '../common/input';
import type { Message } from '../common/message';
import { page, redirect, redirectBack, redirectToPath, success } from './answers';
import { Form } from './form';

class NoteDto {
  @TextField({ label: '', max: 5 })
  note!: string;
}

const sent = async (body: object, fault?: Message) => Form.sent(NoteDto, await readInput(NoteDto, body), fault);

describe('the status of a page', () => {
  it('is 200 for a page without a form, or with one that is right', async () => {
    expect(page('home', { posts: [], viewer: null, count: 0 }).status).toBe(200);
    expect(page('home', { form: Form.blank(NoteDto) }).status).toBe(200);
    expect(page('home', { form: await sent({ note: 'hi' }) }).status).toBe(200);
  });

  it('is 422 for one that shows a refused form again, and 403 when its token was refused', async () => {
    expect(page('home', { other: Form.blank(NoteDto), form: await sent({}) }).status).toBe(422);
    expect(page('home', { form: await sent({ note: 'hi' }, { key: 'errors.csrf.missing' }) }).status).toBe(403);
  });
});

describe('a redirect', () => {
  it('goes to a route by its name, or to a path, and may leave a message', () => {
    const flash = success('posts.flash.published');

    expect(redirect('profiles.show', { username: 'susan' }, flash)).toMatchObject({
      location: { route: 'profiles.show', args: { username: 'susan' } },
      flash,
    });
    expect(redirectToPath('/explore')).toMatchObject({ location: { path: '/explore' }, flash: undefined });
    expect(redirectBack({ next: '/explore' }, redirect('timeline.home', {}, flash))).toMatchObject({
      location: { route: 'timeline.home' },
      flash,
      place: { next: '/explore' },
    });
  });
});
