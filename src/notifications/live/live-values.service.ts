import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import { Transaction } from '../../database/transaction';
import { EventBus } from '../../events/event-bus';
import { UsersRepository } from '../../users/users.repository';
import { LiveValueChanged } from './live-value-changed.event';
import { type LiveValueRow, LiveValuesRepository } from './live-values.repository';

/** Names that scripts and programs rely on. */
export type LiveValueName = 'unread_message_count' | 'unread_notification_count' | 'task_progress';

/** What the open pages of people show and keep up to date. */
@Injectable()
export class LiveValues {
  constructor(
    private readonly values: LiveValuesRepository,
    private readonly users: UsersRepository,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  after(userId: number, id: number): Promise<LiveValueRow[]> {
    return this.values.after(userId, id);
  }

  since(userId: number, moment: Date): Promise<LiveValueRow[]> {
    return this.values.since(userId, moment);
  }

  async set(userId: number, name: LiveValueName, data: unknown): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.lock(userId);
      await this.values.replace({ userId, name, data: JSON.stringify(data) }, this.clock.now());
      await this.events.raise(new LiveValueChanged(userId));
    });
  }
}
