import express, { type Request } from 'express';
import { allowedMethods } from './allowed-methods';

const app = express();
const answer = (): void => {};
app.use(answer);
app.get(['/', '/index'], answer);
app.post('/', answer);
app.get('/user/:username', answer);
app.post('/follow/:username', answer);
app.put('/api/posts/:id', answer);
app.delete('/api/posts/:id', answer);

const allowed = (path: string): string[] => allowedMethods({ app, path } as unknown as Request);

describe('the methods of a path', () => {
  it('are those of all its routes, in order, and HEAD where there is GET', () => {
    expect(allowed('/')).toEqual(['GET', 'HEAD', 'POST']);
    expect(allowed('/index')).toEqual(['GET', 'HEAD']);
    expect(allowed('/user/susan')).toEqual(['GET', 'HEAD']);
    expect(allowed('/follow/susan')).toEqual(['POST']);
    expect(allowed('/api/posts/7')).toEqual(['DELETE', 'PUT']);
  });

  it('are none for a path that does not exist, though middleware sees it', () => {
    expect(allowed('/nowhere')).toEqual([]);
    expect(allowed('/user/susan/nowhere')).toEqual([]);
  });
});
