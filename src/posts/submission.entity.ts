import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/** A form that became a post. Sent again, by a double click or after a broken connection, it leads to the same post. */
@Entity({ name: 'submission' })
@Index('ix_submission_created_at', ['createdAt'])
export class Submission {
  @Column(idColumn({ name: 'author_id', primary: true }))
  authorId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'author_id' })
  author?: User;

  /** SHA-256 of the form's own key and of what was written in it, base64url. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  digest!: string;

  @Column(idColumn({ name: 'post_id' }))
  postId!: number;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
