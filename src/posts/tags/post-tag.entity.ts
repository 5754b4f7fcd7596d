import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../database/columns';
import { Post } from '../post.entity';

/** What a post is about, by its own `#tags`, in the spelling by which they are compared. */
@Entity({ name: 'post_tag' })
@Index('ix_post_tag_post', ['postId'])
export class PostTag {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  tag!: string;

  @Column(idColumn({ name: 'post_id', primary: true }))
  postId!: number;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id' })
  post?: Post;
}
