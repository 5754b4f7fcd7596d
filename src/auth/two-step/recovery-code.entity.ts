import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../database/columns';
import { User } from '../../users/user.entity';

/** A code for who has lost the app. It counts once: used, it is deleted. */
@Entity({ name: 'recovery_code' })
export class RecoveryCode {
  @Column(idColumn({ name: 'user_id', primary: true }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** SHA-256, base64url. */
  @PrimaryColumn({ name: 'code_hash', type: 'varchar', length: 43 })
  codeHash!: string;
}
