import { Injectable } from '@nestjs/common';
import { Sql } from '../database/sql';
import type { PersonFacts } from '../users/person.presenter';
import { isVisible } from '../users/users.repository';

/** How far back "lately" goes, in posts: what this costs does not grow with the site. */
const RECENT_POSTS = 500;

/** Somebody worth following, and what may tempt one to. */
export interface SuggestionRow extends PersonFacts {
  readonly aboutMe: string;
  readonly followersCount: number;
}

/** People worth following. */
@Injectable()
export class SuggestionsQueries {
  constructor(private readonly sql: Sql) {}

  /**
   * Those with most followers among the people who wrote lately, without those whom the viewer follows already.
   *
   * @param limit at most so many
   */
  forViewer(viewerId: number, limit: number): Promise<SuggestionRow[]> {
    return this.sql.all<SuggestionRow>(suggestions(limit), [viewerId, viewerId, viewerId]);
  }
}

const suggestions = (
  limit: number,
): string => `SELECT u.id, u.username, u.email, u.about_me AS aboutMe, u.followers_count AS followersCount
  FROM (SELECT DISTINCT author_id FROM (SELECT author_id FROM post ORDER BY id DESC LIMIT ${RECENT_POSTS}) recent) author
  JOIN \`user\` u ON u.id = author.author_id
  WHERE u.id <> ? AND ${isVisible('u')} AND (SELECT f.followed_id FROM follow f WHERE f.follower_id = ? AND f.followed_id = u.id) IS NULL
    AND NOT EXISTS (SELECT 1 FROM restriction q WHERE q.person_id = ? AND q.other_id = u.id)
  ORDER BY u.followers_count DESC, u.id LIMIT ${limit}`;
