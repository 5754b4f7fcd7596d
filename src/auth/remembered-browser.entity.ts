import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/** A browser that stays signed in for a year ("remember me"). Its secret changes at each use; an old one that comes back is a theft. */
@Entity({ name: 'remembered_browser' })
@Index('ix_remembered_browser_user', ['userId'])
export class RememberedBrowser {
  /** Random, base64url, 22 characters; stands in the cookie beside the secret. */
  @PrimaryColumn({ type: 'varchar', length: 22 })
  id!: string;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** SHA-256 of the secret now in force, base64url. */
  @Column({ name: 'secret_hash', type: 'varchar', length: 43 })
  secretHash!: string;

  /** The one before: good for a few seconds more, for the tabs that asked at the same moment. */
  @Column({ name: 'previous_hash', type: 'varchar', length: 43, default: '' })
  previousHash!: string;

  @Column({ name: 'user_agent', type: 'varchar', length: 255, default: '' })
  userAgent!: string;

  @Column(momentColumn({ name: 'rotated_at' }))
  rotatedAt!: Date;

  @Column(momentColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
