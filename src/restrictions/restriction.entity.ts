import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/**
 * `mute`: this person does not want to see the other. `block`: nor to be seen by them. `blocked`: the other one blocks this person,
 * the same fact from the other side.
 */
export type RestrictionKind = 'block' | 'blocked' | 'mute';

/** Keeps the other one away from this person. Every reader asks for their own rows, whoever is the reason. */
@Entity({ name: 'restriction' })
@Index('ix_restriction_other', ['otherId'])
export class Restriction {
  @Column(idColumn({ name: 'person_id', primary: true }))
  personId!: number;

  @Column(idColumn({ name: 'other_id', primary: true }))
  otherId!: number;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  kind!: RestrictionKind;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person?: User;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'other_id' })
  other?: User;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
