import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../database/columns';

/** Nobody sends the same request again by then. */
export const KEY_LIFE_MS = 24 * 60 * 60 * 1000;

/** A request that took effect, by the key that its sender gave it, and what was answered. */
@Entity({ name: 'idempotency_key' })
@Index('ix_idempotency_key_created_at', ['createdAt'])
export class IdempotencyKey {
  /** Id of who sent it; 0 for who is nobody yet. No foreign key: a row lives two days at most. */
  @Column(idColumn({ name: 'owner_id', primary: true }))
  ownerId!: number;

  /** SHA-256 of the key, of nobody's with their address, base64url. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  digest!: string;

  /** SHA-256 of method, path and body, base64url. */
  @Column({ type: 'varchar', length: 43 })
  request!: string;

  /** JSON; '' for an answer without a body. */
  @Column({ type: 'text' })
  answer!: string;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
