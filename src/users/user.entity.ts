import { Column, Entity, Index } from 'typeorm';
import { generatedId, momentColumn } from '../database/columns';

export const ROLES = ['user', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who has an account. */
@Entity({ name: 'user' })
export class User {
  @Column(generatedId)
  id!: number;

  /** As its owner spells it. */
  @Column({ type: 'varchar', length: 64 })
  username!: string;

  /** The name in lower case: `susan` and `SUSAN` are one person on every database, whatever its collation. */
  @Index('uq_user_username_key', { unique: true })
  @Column({ name: 'username_key', type: 'varchar', length: 64 })
  usernameKey!: string;

  @Column({ type: 'varchar', length: 120 })
  email!: string;

  @Index('uq_user_email_key', { unique: true })
  @Column({ name: 'email_key', type: 'varchar', length: 120 })
  emailKey!: string;

  /** When somebody who reads its mail said that the address is theirs; null: nobody has. */
  @Column({ ...momentColumn({ name: 'email_confirmed_at' }), nullable: true })
  emailConfirmedAt!: Date | null;

  /** Null for an account that cannot sign in with a password. */
  @Column({ name: 'password_hash', type: 'varchar', length: 255, nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'about_me', type: 'varchar', length: 140, default: '' })
  aboutMe!: string;

  @Column({ type: 'varchar', length: 16, default: 'user' })
  role!: Role;

  @Column({ name: 'posts_count', type: 'int', default: 0 })
  postsCount!: number;

  @Column({ name: 'followers_count', type: 'int', default: 0 })
  followersCount!: number;

  @Column({ name: 'following_count', type: 'int', default: 0 })
  followingCount!: number;

  @Column({ name: 'unread_messages_count', type: 'int', default: 0 })
  unreadMessagesCount!: number;

  @Column({ name: 'unread_notifications_count', type: 'int', default: 0 })
  unreadNotificationsCount!: number;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  /** Its owner leaves: until then the account is hidden, and signing in brings it back. Null for everybody else. */
  @Column({ ...momentColumn({ name: 'deletes_at' }), nullable: true })
  deletesAt!: Date | null;

  /** Since when those who look after the place keep this person out, and hide what they said. Null for everybody else. */
  @Column({ ...momentColumn({ name: 'suspended_at' }), nullable: true })
  suspendedAt!: Date | null;

  /** Written at most once a minute. Null until the first visit. */
  @Column({ ...momentColumn({ name: 'last_seen_at' }), nullable: true })
  lastSeenAt!: Date | null;
}

/** The spelling by which names and addresses are compared. As long as what it is made of: it must fit where that does. */
// In lower case `İ` alone is two characters, an i and a dot above it.
export const keyOf = (nameOrAddress: string): string => nameOrAddress.toLowerCase().replaceAll('i\u0307', 'i');

/** The same for a search. MySQL takes blanks at the end of a text for nothing where it compares: but no name and no address ends with one. */
export const soughtKey = (nameOrAddress: string): string => (nameOrAddress.endsWith(' ') ? '' : keyOf(nameOrAddress));

/** Whether somebody is to be seen, who neither leaves nor is suspended. */
export const isPresent = ({ deletesAt, suspendedAt }: Pick<User, 'deletesAt' | 'suspendedAt'>): boolean =>
  deletesAt === null && suspendedAt === null;
