import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';
import { Post } from '../post.entity';

/** A post that somebody keeps for later, which nobody else knows. Listed by `id`: the last kept comes first. */
@Entity({ name: 'bookmark' })
@Index('uq_bookmark', ['userId', 'postId'], { unique: true })
@Index('ix_bookmark_user', ['userId', 'id'])
@Index('ix_bookmark_post', ['postId'])
export class Bookmark {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @Column(idColumn({ name: 'post_id' }))
  postId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id' })
  post?: Post;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
