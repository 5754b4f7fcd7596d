import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/** Something that somebody said. Lists are ordered by `id` alone: it rises with time, and `created_at` has no index. */
@Entity({ name: 'post' })
@Index('ix_post_author', ['authorId', 'id'])
@Index('ix_post_reply_to', ['replyToId', 'id'])
@Index('uq_post_repost', ['repostOfId', 'authorId'], { unique: true })
export class Post {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'author_id' }))
  authorId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'author_id' })
  author?: User;

  /** '' for a repost. */
  @Column({ type: 'text' })
  body!: string;

  /** BCP 47 tag of what it is written in, `en` or `pt-BR`; '' when nobody is sure. */
  @Column({ type: 'varchar', length: 5, default: '' })
  language!: string;

  /** What it answers. That post may be gone: an answer outlives it. */
  @Column({ ...idColumn({ name: 'reply_to_id' }), nullable: true })
  replyToId!: number | null;

  /** What it passes on. A repost has an id of its own, so that a timeline is one ordered list, and goes with the original. */
  @Column({ ...idColumn({ name: 'repost_of_id' }), nullable: true })
  repostOfId!: number | null;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'repost_of_id' })
  repostOf?: Post | null;

  @Column({ name: 'replies_count', type: 'int', default: 0 })
  repliesCount!: number;

  @Column({ name: 'likes_count', type: 'int', default: 0 })
  likesCount!: number;

  @Column({ name: 'reposts_count', type: 'int', default: 0 })
  repostsCount!: number;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  /** Null for what stands as it was first written. */
  @Column({ ...momentColumn({ name: 'edited_at' }), nullable: true })
  editedAt!: Date | null;
}
