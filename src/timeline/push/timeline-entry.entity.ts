import { Column, Entity, JoinColumn, ManyToOne } from 'typeorm';
import { idColumn } from '../../database/columns';
import { TimelineList } from './timeline-list.entity';

/**
 * One post on somebody's list: of somebody whom they follow, or followed. It may be gone, and is nobody's to delete: with thousands of readers,
 * that would take longer than leaving it out when the list is read.
 */
@Entity({ name: 'timeline_entry' })
export class TimelineEntry {
  @Column(idColumn({ name: 'owner_id', primary: true }))
  ownerId!: number;

  @Column(idColumn({ name: 'post_id', primary: true }))
  postId!: number;

  @ManyToOne(() => TimelineList, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  list?: TimelineList;
}
