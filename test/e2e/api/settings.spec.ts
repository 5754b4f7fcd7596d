import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite({
  BASE_URL: 'https://blog.example/micro',
  REGISTRATION: 'closed',
  AVATARS: 'gravatar',
  POSTS_PER_PAGE: '2',
  POST_MAX_LENGTH: '10',
});
const api = useApi(site);

describe('what the operator chose', () => {
  it('stands in every address', async () => {
    const { john } = await site.people('john');
    await site.posted([john, '1'], [john, '2'], [john, '3']);
    const client = await api.as(john);

    const user = await client.get('/api/users/me');
    const created = await client.post('/api/posts', { body: 'here' });
    const timeline = await client.get('/api/timeline');
    const document = await client.get('/api/openapi.json');

    expect(user.body._links).toMatchObject({
      self: `/micro/api/users/${john.id}`,
      avatar: 'https://www.gravatar.com/avatar/d4c74594d841139328695756648b6bd6?d=identicon&s=128',
    });
    expect(created.headers.location).toBe(`/micro/api/posts/${created.body.id}`);
    expect(timeline.body._links.next).toMatch(/^\/micro\/api\/timeline\?before=\d+&per_page=2$/);
    expect(document.body.servers).toEqual([{ url: '/micro' }]);
    expect((await site.raw('/micro/api/users')).status).toBe(401);
  });

  it('bounds a post, in the document too', async () => {
    const { john } = await site.people('john');
    const client = await api.as(john);

    expect((await client.post('/api/posts', { body: 'x'.repeat(11) })).body.errors).toEqual({
      body: ['Field must be between 1 and 10 characters long.'],
    });
    const { body } = await client.get('/api/openapi.json');
    expect(body.components.schemas.PublishPostDto.properties.body.maxLength).toBe(10);
  });

  it('closes registration', async () => {
    const { status, body } = await api.anonymous.post('/api/users', {
      username: 'zoe',
      email: 'zoe@example.com',
      password: 'correct horse',
    });

    expect(status).toBe(403);
    expect(body.detail).toBe('This site takes no new members at the moment.');
    expect(await site.count('user')).toBe(0);
  });
});
