import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { idColumn, momentColumn } from '../database/columns';
import { User } from '../users/user.entity';

/** Who follows whom. The pair is the key, so following twice is one row. */
@Entity({ name: 'follow' })
@Index('ix_follow_followed', ['followedId', 'followerId'])
export class Follow {
  @Column(idColumn({ name: 'follower_id', primary: true }))
  followerId!: number;

  @Column(idColumn({ name: 'followed_id', primary: true }))
  followedId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'follower_id' })
  follower?: User;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'followed_id' })
  followed?: User;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;
}
