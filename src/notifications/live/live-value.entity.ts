import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';

/**
 * What the open pages of somebody show and keep up to date, such as the number of unread messages. One row a name: a new value takes
 * the place of the old one, with an id above all that its owner had before. Whoever knows an id can ask for what came since.
 */
@Entity({ name: 'live_value' })
@Index('uq_live_value', ['userId', 'name'], { unique: true })
@Index('ix_live_value_user', ['userId', 'id'])
export class LiveValue {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @Column({ type: 'varchar', length: 40 })
  name!: string;

  /** JSON. */
  @Column({ type: 'text' })
  data!: string;

  /** Rises with the id, for one person. */
  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
