import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../database/columns';

/** A question that a device must sign. It is answered once, within minutes. */
@Entity({ name: 'passkey_challenge' })
@Index('ix_passkey_challenge_expires_at', ['expiresAt'])
export class PasskeyChallenge {
  /** SHA-256 of the question, base64url. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  id!: string;

  /** Who is adding a passkey; null for a sign-in, when nobody knows who it will be. */
  @Column({ ...idColumn({ name: 'user_id' }), nullable: true })
  userId!: number | null;

  @Column(momentColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
