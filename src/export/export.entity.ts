import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

export const EXPORT_STATES = ['running', 'done', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** For so long its file can be fetched. */
export const EXPORT_DAYS = 7;

/** Until when an export is kept that ended, or was asked for, at a moment. */
export const keptUntil = (moment: Date): Date => new Date(moment.getTime() + EXPORT_DAYS * 24 * 60 * 60 * 1000);

/** An archive of what belongs to somebody, that is being made or was. The file itself is in `DATA_DIR/exports`. */
@Entity({ name: 'export' })
@Index('ix_export_user', ['userId', 'id'])
@Index('ix_export_expires', ['expiresAt'])
export class Export {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'user_id' }))
  userId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @Column({ type: 'varchar', length: 8 })
  state!: ExportState;

  /** How much of it is done, in percent; 100 when it is over, one way or the other. */
  @Column({ type: 'int', default: 0 })
  progress!: number;

  /** Of the file, in bytes; 0 while there is none. */
  @Column(idColumn({ default: 0 }))
  size!: number;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  @Column({ ...momentColumn({ name: 'finished_at' }), nullable: true })
  finishedAt!: Date | null;

  /** Until then it can be fetched; it is forgotten afterwards. */
  @Column(momentColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
