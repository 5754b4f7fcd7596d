import type { CursorPage } from '../common/page';
import { toDate } from '../database/sql';
import type { RestrictionKind } from '../restrictions/restriction.entity';
import type { PersonFacts } from '../users/person.presenter';
import { isVisible } from '../users/users.repository';

/** A post with its author, as lists read it: what was said, what became of it, how the reader stands to it. */
export interface PostRow {
  /** By which lists are ordered and paged: that of the repost, where it is one. */
  readonly entryId: number;
  readonly id: number;
  readonly body: string;
  readonly language: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly author: PersonFacts;
  /** Who passed it on; null for who says it themselves. */
  readonly repostedBy: PersonFacts | null;
  /** Null for what answers nothing. */
  readonly replyToId: number | null;
  /** Null also when that post is gone. */
  readonly replyTo: Pick<PersonFacts, 'username'> | null;
  readonly repliesCount: number;
  readonly likesCount: number;
  readonly repostsCount: number;
  readonly isLiked: boolean;
  readonly isReposted: boolean;
  readonly isBookmarked: boolean;
  /** What keeps the reader from the author; mostly nothing. */
  readonly restrictions: readonly RestrictionKind[];
  /** Its author, or who passed it on, leaves or is suspended, and is not to be seen. */
  readonly isHidden: boolean;
}

export interface RawPost {
  readonly entry_id: number;
  readonly id: number;
  readonly author_id: number;
  readonly body: string;
  readonly language: string;
  readonly created_at: Date | string;
  readonly edited_at: Date | string | null;
  readonly username: string;
  readonly email: string;
  readonly is_visible: number;
  readonly reposter_id: number | null;
  readonly reposter: string | null;
  readonly reposter_email: string | null;
  readonly is_reposter_visible: number;
  readonly reply_to_id: number | null;
  readonly reply_to_username: string | null;
  readonly replies_count: number;
  readonly likes_count: number;
  readonly reposts_count: number;
  readonly is_liked: number | null;
  readonly is_reposted: number | null;
  readonly is_bookmarked: number | null;
  readonly restrictions: string | null;
}

const COLUMNS = `p.id AS entry_id, o.id, o.author_id, o.body, o.language, o.created_at, o.edited_at, u.username, u.email, ${isVisible('u')} AS is_visible,
  r.id AS reposter_id, r.username AS reposter, r.email AS reposter_email, ${isVisible('r')} AS is_reposter_visible,
  o.reply_to_id, au.username AS reply_to_username, o.replies_count, o.likes_count, o.reposts_count,
  l.post_id AS is_liked, x.id AS is_reposted, b.id AS is_bookmarked,
  (SELECT GROUP_CONCAT(q.kind) FROM restriction q WHERE q.person_id = :viewer AND q.other_id = o.author_id) AS restrictions`;

// For the original itself COALESCE gives its own id: then both are one row. Nothing is joined before the page is cut, and whatever is joined is one
// row at most. As subqueries, the last three would cost MariaDB twice as much.
const JOINS = `JOIN post o ON o.id = COALESCE(p.repost_of_id, p.id) JOIN \`user\` u ON u.id = o.author_id
  LEFT JOIN \`user\` r ON r.id = p.author_id AND p.repost_of_id IS NOT NULL
  LEFT JOIN post a ON a.id = o.reply_to_id LEFT JOIN \`user\` au ON au.id = a.author_id
  LEFT JOIN post_like l ON l.user_id = :viewer AND l.post_id = o.id
  LEFT JOIN post x ON x.repost_of_id = o.id AND x.author_id = :viewer
  LEFT JOIN bookmark b ON b.user_id = :viewer AND b.post_id = o.id`;

/**
 * The text of a SELECT of whole posts; it has a place for `:viewer`.
 *
 * @param page a FROM clause that ends with the table `post p`, its rows already cut to those wanted
 * @param more columns, of the page
 */
export const selectPosts = (page: string, more: readonly string[] = []): string =>
  `SELECT ${[...more, COLUMNS].join(', ')} FROM ${page} ${JOINS}`;

export function toPostRow(row: RawPost): PostRow {
  const { id, body, language } = row;
  return {
    entryId: row.entry_id,
    id,
    body,
    language,
    createdAt: toDate(row.created_at),
    editedAt: row.edited_at === null ? null : toDate(row.edited_at),
    author: { id: row.author_id, username: row.username, email: row.email },
    repostedBy: reposterOf(row),
    replyToId: row.reply_to_id,
    replyTo: row.reply_to_username === null ? null : { username: row.reply_to_username },
    repliesCount: row.replies_count,
    likesCount: row.likes_count,
    repostsCount: row.reposts_count,
    isLiked: row.is_liked !== null,
    isReposted: row.is_reposted !== null,
    isBookmarked: row.is_bookmarked !== null,
    restrictions: (row.restrictions?.split(',') ?? []) as RestrictionKind[],
    isHidden: !row.is_visible || !row.is_reposter_visible,
  };
}

const reposterOf = ({ reposter_id: id, reposter: username, reposter_email: email }: RawPost): PersonFacts | null =>
  id === null || username === null || email === null ? null : { id, username, email };

/** Whether a reader is to see it in a list. */
export const isShown = ({ isHidden, restrictions }: PostRow): boolean => !isHidden && restrictions.length === 0;

/** A page without what this reader is not to see: it may be shorter, but leads on where it would have. */
export const withoutHidden = (page: CursorPage<PostRow>): CursorPage<PostRow> => ({
  ...page,
  items: page.items.filter(isShown),
});

export const entryOf = ({ entryId }: PostRow): number => entryId;
