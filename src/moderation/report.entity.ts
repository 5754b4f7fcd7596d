import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { Post } from '../posts/post.entity';
import { User } from '../users/user.entity';

/** Somebody says that somebody, or something that they said, does not belong here. */
@Entity({ name: 'report' })
@Index('ix_report_closed_at', ['closedAt', 'id'])
@Index('ix_report_reporter', ['reporterId', 'reportedId'])
@Index('ix_report_reported', ['reportedId'])
@Index('ix_report_post', ['postId'])
export class Report {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'reporter_id' }))
  reporterId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'reporter_id' })
  reporter?: User;

  @Column(idColumn({ name: 'reported_id' }))
  reportedId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'reported_id' })
  reported?: User;

  /** Also null when the post is gone: who is reported must not end the report by deleting it. */
  @Column({ ...idColumn({ name: 'post_id' }), nullable: true })
  postId!: number | null;

  @ManyToOne(() => Post, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'post_id' })
  post?: Post | null;

  /** What the post said when it was reported. Null when it is about no post, and as soon as it is closed: nobody needs it any more. */
  @Column({ name: 'post_body', type: 'text', nullable: true })
  postBody!: string | null;

  @Column({ type: 'varchar', length: 500 })
  reason!: string;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  /** Null while nobody has looked at it. */
  @Column({ ...momentColumn({ name: 'closed_at' }), nullable: true })
  closedAt!: Date | null;
}
