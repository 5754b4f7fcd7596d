import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../database/database';
import { Submission } from './submission.entity';

/** All SQL of the table `submission`. */
@Injectable()
export class SubmissionsRepository {
  constructor(private readonly database: Database) {}

  /** @throws QueryFailedError when the same form was sent before */
  async insert(submission: Omit<Submission, 'author'>): Promise<void> {
    await this.submissions.insert(submission);
  }

  /** The post that a form became. */
  async postOf(authorId: number, digest: string): Promise<number> {
    const { postId } = await this.submissions.findOneByOrFail({ authorId, digest });
    return postId;
  }

  async deleteBefore(moment: Date): Promise<void> {
    await this.submissions.delete({ createdAt: LessThan(moment) });
  }

  private get submissions() {
    return this.database.manager.getRepository(Submission);
  }
}
