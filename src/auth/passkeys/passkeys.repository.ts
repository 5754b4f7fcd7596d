import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Database } from '../../database/database';
import { Passkey } from './passkey.entity';
import { PasskeyChallenge } from './passkey-challenge.entity';

/** All SQL of the tables `passkey` and `passkey_challenge`. */
@Injectable()
export class PasskeysRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  listOf(userId: number): Promise<Passkey[]> {
    return this.passkeys.find({ where: { userId }, order: { id: 'DESC' } });
  }

  find(userId: number, id: number): Promise<Passkey | null> {
    return this.passkeys.findOneBy({ userId, id });
  }

  findByCredential(credentialId: string): Promise<Passkey | null> {
    return this.passkeys.findOneBy({ credentialId });
  }

  /** @throws QueryFailedError when the device's key is known already */
  async insert(passkey: Omit<Passkey, 'id' | 'user' | 'lastUsedAt'>): Promise<void> {
    await this.passkeys.insert(passkey);
  }

  async noteUse(id: number, counter: number, now: Date): Promise<void> {
    await this.passkeys.update({ id }, { counter, lastUsedAt: now });
  }

  /** @returns false when somebody has no such passkey */
  async delete(userId: number, id: number): Promise<boolean> {
    const { affected } = await this.passkeys.delete({ id, userId });
    return affected === 1;
  }

  async ask(challenge: PasskeyChallenge): Promise<void> {
    await this.challenges.insert(challenge);
  }

  /** @returns whether the question was asked, of this person or of anybody, and not yet answered */
  async answer(id: string, userId: number | null, now: Date): Promise<boolean> {
    const { affected } = await this.challenges.delete({ id, userId: userId ?? IsNull(), expiresAt: MoreThan(now) });
    return affected === 1;
  }

  /** Forgets questions that nobody has answered. @returns whether there may be more */
  async deleteExpired(now: Date, limit: number): Promise<boolean> {
    const expired = await this.challenges.find({ where: { expiresAt: LessThan(now) }, take: limit });
    if (expired.length > 0) await this.challenges.delete(expired.map(({ id }) => id));
    return expired.length === limit;
  }

  private get passkeys() {
    return this.database.manager.getRepository(Passkey);
  }

  private get challenges() {
    return this.database.manager.getRepository(PasskeyChallenge);
  }
}
