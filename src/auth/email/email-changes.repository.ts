import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { EmailChange } from './email-change.entity';

/** All SQL of the table `email_change`. */
@Injectable()
export class EmailChangesRepository {
  constructor(private readonly database: Database) {}

  find(userId: number): Promise<EmailChange | null> {
    return this.changes.findOneBy({ userId });
  }

  /** The latest wish is the one that counts. */
  async save(change: Omit<EmailChange, 'user'>): Promise<void> {
    await this.changes.upsert(change, ['userId']);
  }

  async delete(change: Pick<EmailChange, 'userId'> & Partial<Pick<EmailChange, 'email'>>): Promise<void> {
    await this.changes.delete(change);
  }

  private get changes() {
    return this.database.manager.getRepository(EmailChange);
  }
}
