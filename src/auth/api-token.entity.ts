import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/** `read` changes nothing, `write` does whatever its owner may do. */
export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A token that a program was given. The token itself is a JWT that names this row: no row, no entry. */
@Entity({ name: 'api_token' })
@Index('ix_api_token_user', ['userId', 'expiresAt'])
export class ApiToken {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** What its owner calls it; '' for one that was had by a password. */
  @Column({ type: 'varchar', length: 60, default: '' })
  name!: string;

  @Column({ type: 'varchar', length: 8, default: 'write' })
  scope!: TokenScope;

  /** Written at most once a minute. Null until then. */
  @Column({ ...momentColumn({ name: 'last_used_at' }), nullable: true })
  lastUsedAt!: Date | null;

  @Column(momentColumn({ name: 'issued_at' }))
  issuedAt!: Date;

  @Column(momentColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
