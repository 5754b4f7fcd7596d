import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';
import { Post } from '../post.entity';

/** Who likes what. The pair is the key, so liking twice is one row. */
@Entity({ name: 'post_like' })
@Index('ix_post_like_post', ['postId', 'userId'])
export class PostLike {
  @Column(idColumn({ name: 'user_id', primary: true }))
  userId!: number;

  @Column(idColumn({ name: 'post_id', primary: true }))
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
