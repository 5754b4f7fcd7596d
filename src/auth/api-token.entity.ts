import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

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

  @Column(momentColumn({ name: 'issued_at' }))
  issuedAt!: Date;

  @Column(momentColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
