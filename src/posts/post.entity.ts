import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/** Something that somebody said. Lists are ordered by `id` alone: it rises with time, and `created_at` has no index. */
@Entity({ name: 'post' })
@Index('ix_post_author', ['authorId', 'id'])
export class Post {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'author_id' }))
  authorId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'author_id' })
  author?: User;

  @Column({ type: 'text' })
  body!: string;

  /** ISO 639 code of what it is written in; '' when nobody is sure. */
  @Column({ type: 'varchar', length: 5, default: '' })
  language!: string;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
