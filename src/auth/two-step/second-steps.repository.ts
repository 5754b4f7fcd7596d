import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../database/database';
import { RecoveryCode } from './recovery-code.entity';
import { SecondStep } from './second-step.entity';

/** All SQL of the tables `second_step` and `recovery_code`. */
@Injectable()
export class SecondStepsRepository {
  constructor(private readonly database: Database) {}

  find(userId: number): Promise<SecondStep | null> {
    return this.steps.findOneBy({ userId });
  }

  async save(step: Omit<SecondStep, 'user'>): Promise<void> {
    await this.steps.upsert(step, ['userId']);
  }

  /** @returns false when a code of this window, or a later one, counted already: of two who use one code at once, one gets in */
  async use(userId: number, window: number): Promise<boolean> {
    const { affected } = await this.steps.update({ userId, lastWindow: LessThan(window) }, { lastWindow: window });
    return affected === 1;
  }

  async confirm(userId: number, now: Date): Promise<void> {
    await this.steps.update({ userId }, { confirmedAt: now });
  }

  async replaceCodes(userId: number, hashes: readonly string[]): Promise<void> {
    await this.codes.delete({ userId });
    await this.codes.insert(hashes.map((codeHash) => ({ userId, codeHash })));
  }

  /** @returns whether there was such a code */
  async useCode(userId: number, codeHash: string): Promise<boolean> {
    const { affected } = await this.codes.delete({ userId, codeHash });
    return affected === 1;
  }

  countCodes(userId: number): Promise<number> {
    return this.codes.countBy({ userId });
  }

  async delete(userId: number): Promise<void> {
    await this.codes.delete({ userId });
    await this.steps.delete({ userId });
  }

  private get steps() {
    return this.database.manager.getRepository(SecondStep);
  }

  private get codes() {
    return this.database.manager.getRepository(RecoveryCode);
  }
}
