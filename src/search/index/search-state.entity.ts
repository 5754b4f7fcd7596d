import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../database/columns';

/** Which edition of the index is in use, and how far the next one is. One row, made when the index is built for the first time. */
@Entity({ name: 'search_state' })
export class SearchState {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'int' })
  edition!: number;

  /** The edition that is being built; null when none is. */
  @Column({ name: 'next_edition', type: 'int', nullable: true })
  nextEdition!: number | null;

  /** The last post that is in it. */
  @Column(idColumn({ name: 'built_to', default: 0 }))
  builtTo!: number;
}
