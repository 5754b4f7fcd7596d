import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
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

  async deleteAllOf(userId: number): Promise<void> {
    await this.devices.delete({ userId });
  }

  private get devices() {
    return this.database.manager.getRepository(TrustedDevice);
  }
}
