import { Column, Entity, JoinColumn, OneToOne } from 'typeorm';
import type { Theme } from '../common/theme';
import { idColumn } from '../database/columns';
import { User } from './user.entity';

/** How one person wants to see the site. One row a person, made when something is chosen for the first time. */
@Entity({ name: 'user_settings' })
export class UserSettings {
  @Column(idColumn({ name: 'user_id', primary: true }))
  userId!: number;

  @OneToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** Null follows the browser. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  locale!: string | null;

  /** IANA, such as `Europe/Madrid`. Null follows the browser. */
  @Column({ name: 'time_zone', type: 'varchar', length: 64, nullable: true })
  timeZone!: string | null;

  @Column({ type: 'varchar', length: 8, default: 'auto' })
  theme!: Theme;

  /** Kinds of news that this person does not want, with commas between; '' wants all. */
  @Column({ name: 'unwanted_notifications', type: 'varchar', length: 100, default: '' })
  unwantedNotifications!: string;
}
