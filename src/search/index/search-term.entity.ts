import { Column, Entity, Index } from 'typeorm';
import { generatedId } from '../../database/columns';

/** A word, or whatever else posts can be found by, in one edition of the index. */
@Entity({ name: 'search_term' })
@Index('uq_search_term', ['edition', 'term'], { unique: true })
export class SearchTerm {
  @Column(generatedId)
  id!: number;

  /** The index is built anew beside the one in use, as its next edition. */
  @Column({ type: 'int' })
  edition!: number;

  @Column({ type: 'varchar', length: 130 })
  term!: string;

  /** About how many posts have it. */
  @Column({ name: 'posts_count', type: 'int', default: 0 })
  postsCount!: number;

  /** In so many posts that reading these one after the other finds enough of them: the index does not list them any more. */
  @Column({ name: 'is_common', type: 'boolean' })
  isCommon!: boolean;
}
