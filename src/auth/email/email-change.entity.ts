import { Column, Entity, JoinColumn, OneToOne } from 'typeorm';
import { idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';

/** An address to which somebody wants to change. It counts when it is confirmed; until then the old one does. */
@Entity({ name: 'email_change' })
export class EmailChange {
  @Column(idColumn({ name: 'user_id', primary: true }))
  userId!: number;

  @OneToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @Column({ type: 'varchar', length: 120 })
  email!: string;

  @Column(momentColumn({ name: 'requested_at' }))
  requestedAt!: Date;
}
