import { Column, Entity, JoinColumn, OneToOne } from 'typeorm';
import { idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';

/** What somebody finds at home, kept for them. Whoever has not been here lately has none: it is made when they come. */
@Entity({ name: 'timeline_list' })
export class TimelineList {
  @Column(idColumn({ name: 'owner_id', primary: true }))
  ownerId!: number;

  /** Grows with each change that the entries do not show yet: who builds the list sees whether it was overtaken. */
  @Column({ type: 'int' })
  revision!: number;

  /** Since when it may be read; null while it may not. What is published is delivered to it all the same. */
  @Column({ ...momentColumn({ name: 'completed_at' }), nullable: true })
  completedAt!: Date | null;

  /** Nothing is missing above this post; 0: nothing at all. */
  @Column(idColumn({ name: 'since_id' }))
  sinceId!: number;

  @OneToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: User;
}
