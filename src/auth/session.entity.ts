import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/** A browser that is signed in. Only the hash of its id is kept: who reads the table can sign in nowhere. */
@Entity({ name: 'session' })
@Index('ix_session_user', ['userId'])
export class Session {
  /** SHA-256 of the id in the cookie, base64url, 43 characters. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  id!: string;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** The remembered browser that this session came from; null without "remember me". */
  @Column({ name: 'remembered_id', type: 'varchar', length: 22, nullable: true })
  rememberedId!: string | null;

  @Column({ name: 'user_agent', type: 'varchar', length: 255, default: '' })
  userAgent!: string;

  /** Where it was last used from. */
  @Column({ type: 'varchar', length: 45, default: '' })
  ip!: string;

  /** Written at most once a minute. Null until then. */
  @Column({ ...momentColumn({ name: 'last_used_at' }), nullable: true })
  lastUsedAt!: Date | null;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  @Column(momentColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
