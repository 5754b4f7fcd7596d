import { Column, Entity } from 'typeorm';
import { idColumn } from '../../database/columns';

/** That a post has a term. Without foreign keys, for it is the largest table of all: what points nowhere any more finds nothing. */
@Entity({ name: 'search_posting', withoutRowid: true })
export class SearchPosting {
  @Column(idColumn({ name: 'term_id', primary: true }))
  termId!: number;

  @Column(idColumn({ name: 'post_id', primary: true }))
  postId!: number;
}
