import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';

/** A browser in which the second step was done, and is not asked for again for a while. The password always is. */
@Entity({ name: 'trusted_device' })
@Index('ix_trusted_device_user', ['userId'])
export class TrustedDevice {
  /** SHA-256 of what is in the cookie, base64url. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  id!: string;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @Column({ name: 'user_agent', type: 'varchar', length: 255, default: '' })
  userAgent!: string;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  @Column(momentColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
