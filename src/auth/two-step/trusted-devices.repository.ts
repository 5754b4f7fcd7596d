import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../../database/database';
import { TrustedDevice } from './trusted-device.entity';

/** All SQL of the table `trusted_device`. */
@Injectable()
export class TrustedDevicesRepository {
  constructor(private readonly database: Database) {}

  async insert(device: Omit<TrustedDevice, 'user'>): Promise<void> {
    await this.devices.insert(device);
  }

  async isLiving(userId: number, id: string, now: Date): Promise<boolean> {
    return this.devices.existsBy({ id, userId, expiresAt: MoreThan(now) });
  }

  /** The newest first. */
  livingOf(userId: number, now: Date): Promise<TrustedDevice[]> {
    return this.devices.find({ where: { userId, expiresAt: MoreThan(now) }, order: { createdAt: 'DESC' } });
  }

  async delete(id: string): Promise<void> {
    await this.devices.delete({ id });
  }

  /** Forgets what has expired, so many rows at a time. @returns whether there may be more */
  async deleteExpired(now: Date, limit: number): Promise<boolean> {
    const expired = await this.devices.find({ where: { expiresAt: LessThan(now) }, take: limit, select: { id: true } });
    if (expired.length > 0) await this.devices.delete(expired.map(({ id }) => id));
    return expired.length === limit;
  }

  async deleteAllOf(userId: number): Promise<void> {
    await this.devices.delete({ userId });
  }

  private get devices() {
    return this.database.manager.getRepository(TrustedDevice);
  }
}
