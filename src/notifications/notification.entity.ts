import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { Post } from '../posts/post.entity';
import { User } from '../users/user.entity';

export const NOTIFICATION_KINDS = ['follow', 'mention', 'reply', 'like', 'repost', 'message'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Something that somebody did and that concerns somebody else. */
@Entity({ name: 'notification' })
@Index('ix_notification_user', ['userId', 'id'])
@Index('ix_notification_unread', ['userId', 'readAt'])
@Index('ix_notification_actor', ['actorId', 'userId'])
@Index('ix_notification_post', ['postId'])
export class Notification {
  @Column(generatedId)
  id!: number;

  /** Whom it concerns. */
  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @Column({ type: 'varchar', length: 10 })
  kind!: NotificationKind;

  /** Who did it. */
  @Column(idColumn({ name: 'actor_id' }))
  actorId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'actor_id' })
  actor?: User;

  /** The post that was written, liked or passed on. */
  @Column({ ...idColumn({ name: 'post_id' }), nullable: true })
  postId!: number | null;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id' })
  post?: Post | null;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  /** Null while its page was not opened. */
  @Column({ ...momentColumn({ name: 'read_at' }), nullable: true })
  readAt!: Date | null;
}
