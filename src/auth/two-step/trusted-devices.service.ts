import { Injectable } from '@nestjs/common';
import type { CookieOptions, Response } from 'express';
import type { AppRequest } from '../../common/app-request';
import { Clock } from '../../common/clock';
import { HttpConfig } from '../../config/http.config';
import { cookieOptions } from '../../web/cookie-options';
import { hashOf, randomToken } from '../secrets';
import type { TrustedDevice } from './trusted-device.entity';
import { TrustedDevicesRepository } from './trusted-devices.repository';

const COOKIE = 'device';
const TRUSTED_MS = 30 * 24 * 60 * 60 * 1000;
const USER_AGENT_MAX = 255;

/** Browsers that are not asked for the second step. */
@Injectable()
export class TrustedDevicesService {
  private readonly options: CookieOptions;

  constructor(
    private readonly devices: TrustedDevicesRepository,
    private readonly clock: Clock,
    http: HttpConfig,
  ) {
    this.options = cookieOptions(http);
  }

  async trust(userId: number, request: AppRequest, response: Response): Promise<void> {
    const token = randomToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + TRUSTED_MS);
    const userAgent = (request.get('user-agent') ?? '').slice(0, USER_AGENT_MAX);
    await this.devices.insert({ id: hashOf(token), userId, userAgent, createdAt, expiresAt });
    response.cookie(COOKIE, token, { ...this.options, expires: expiresAt });
  }

  async isTrusted(userId: number, { cookies }: AppRequest): Promise<boolean> {
    const token = cookies[COOKIE];
    return token !== undefined && this.devices.isLiving(userId, hashOf(token), this.clock.now());
  }

  list(userId: number): Promise<TrustedDevice[]> {
    return this.devices.livingOf(userId, this.clock.now());
  }

  /** @param handle `hashOf` its id: the id itself is nobody's business @returns false when there is no such device */
  async forget(userId: number, handle: string): Promise<boolean> {
    const device = (await this.list(userId)).find(({ id }) => hashOf(id) === handle);
    if (device) await this.devices.delete(device.id);
    return device !== undefined;
  }
}
