import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { generatedId, idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/**
 * Somebody's own copy of a private message: the writer has one and the reader another, so that either can throw theirs away.
 * Lists are ordered by `id` alone.
 */
@Entity({ name: 'message' })
@Index('ix_message_box', ['ownerId', 'isOutgoing', 'id'])
@Index('ix_message_conversation', ['ownerId', 'personId', 'id'])
@Index('ix_message_unread', ['ownerId', 'readAt'])
@Index('ix_message_person', ['personId', 'ownerId'])
@Index('uq_message_digest', ['ownerId', 'digest'], { unique: true })
export class Message {
  @Column(generatedId)
  id!: number;

  @Column(idColumn({ name: 'owner_id' }))
  ownerId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: User;

  /** The other one: the reader of what was sent, the writer of what came. */
  @Column(idColumn({ name: 'person_id' }))
  personId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person?: User;

  @Column({ name: 'is_outgoing', type: 'boolean' })
  isOutgoing!: boolean;

  @Column({ type: 'text' })
  body!: string;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  /** Null for what came and was not opened yet. */
  @Column({ ...momentColumn({ name: 'read_at' }), nullable: true })
  readAt!: Date | null;

  /** SHA-256 of the form's own key and of what was written in it, base64url: sent again, it is the same message. */
  @Column({ type: 'varchar', length: 43, nullable: true })
  digest!: string | null;
}
