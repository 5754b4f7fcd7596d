import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../../database/columns';
import { User } from '../../users/user.entity';

/** A key pair that signs somebody in (WebAuthn): the private half is in their device, the public one here. */
@Entity({ name: 'passkey' })
@Index('ix_passkey_user', ['userId'])
export class Passkey {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** By which the device knows it, base64url. */
  @Index('uq_passkey_credential_id', { unique: true })
  @Column({ name: 'credential_id', type: 'varchar', length: 512 })
  credentialId!: string;

  /** COSE, base64url. */
  @Column({ name: 'public_key', type: 'text' })
  publicKey!: string;

  /** Of its uses, as the device counts them; 0 from devices that do not. One that does not grow is a copy. */
  @Column(idColumn({ default: 0 }))
  counter!: number;

  /** How the browser reaches the device, separated by commas: `internal,hybrid`. */
  @Column({ type: 'varchar', length: 100, default: '' })
  transports!: string;

  /** What its owner calls it. */
  @Column({ type: 'varchar', length: 60 })
  name!: string;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  @Column({ ...momentColumn({ name: 'last_used_at' }), nullable: true })
  lastUsedAt!: Date | null;
}
