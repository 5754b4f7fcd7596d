import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { Post } from './post.entity';

/** What a post said before it was edited. */
@Entity({ name: 'post_revision' })
@Index('ix_post_revision_post', ['postId', 'id'])
export class PostRevision {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'post_id' }))
  postId!: number;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id' })
  post?: Post;

  @Column({ type: 'text' })
  body!: string;

  /** Since when it said that. */
  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
