import { Column, Entity, JoinColumn, OneToOne } from 'typeorm';
import { idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';

/** The second step of somebody's sign-in: a code by the clock (TOTP, RFC 6238). */
@Entity({ name: 'second_step' })
export class SecondStep {
  @Column(idColumn({ name: 'user_id', primary: true }))
  userId!: number;

  @OneToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** What the app and we share, sealed (`sealed-text.ts`): who reads the table can make no codes. */
  @Column({ type: 'varchar', length: 120 })
  secret!: string;

  /** The window of time of the last code that counted. A code counts once, and none before it. */
  @Column(idColumn({ name: 'last_window', default: 0 }))
  lastWindow!: number;

  /** When its owner showed that the app makes the right codes. Null: not yet, so nobody is asked for one. */
  @Column({ ...momentColumn({ name: 'confirmed_at' }), nullable: true })
  confirmedAt!: Date | null;
}
