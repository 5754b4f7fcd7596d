import { Column, Entity } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';

export const AUDIT_ACTIONS = ['suspend', 'unsuspend', 'removePost', 'closeReport'] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did what to whom, when, and why. It names people as they were called then, and outlives them. */
@Entity({ name: 'audit_entry' })
export class AuditEntry {
  @Column(generatedId)
  id!: number;

  /** '' for an operator at the command line. */
  @Column({ type: 'varchar', length: 64 })
  actor!: string;

  @Column({ type: 'varchar', length: 20 })
  action!: AuditAction;

  @Column({ type: 'varchar', length: 64 })
  subject!: string;

  @Column({ ...idColumn({ name: 'post_id' }), nullable: true })
  postId!: number | null;

  @Column({ type: 'varchar', length: 500 })
  reason!: string;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
