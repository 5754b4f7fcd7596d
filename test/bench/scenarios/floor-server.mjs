import { createServer } from 'node:http';
import { built, open } from '../databases.mjs';
import { CAST } from '../sizes.mjs';

// As many bytes as a home page has.
const PAGE = Buffer.alloc(62_800, 'a');

/** The statements of a home page, the one that finds out who is asking among them. */
async function statementsOf({ sql }) {
  const asked = [];
  const recorder = {
    dialect: sql.dialect,
    all: (text, params) => {
      asked.push([text, params]);
      return sql.all(text, params);
    },
  };
  const [owner] = await sql.all('SELECT id, following_count AS followingCount FROM `user` WHERE username_key = ?', [CAST.probe]);
  const [session] = await sql.all('SELECT id FROM session LIMIT 1');
  await new (built('auth/sessions.repository').SessionsRepository)(recorder).findViewer(session?.id ?? '', new Date());
  await new (built('timeline/pull-home-timeline.queries').PullHomeTimeline)(recorder).homeOf(owner, {}, 25);
  return asked;
}

const view = await open(process.argv[2]);
const statements = await statementsOf(view);
const server = createServer((_, response) => {
  const answer = async () => {
    for (const [text, params] of statements) await view.sql.all(text, params);
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE);
  };
  void answer();
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
