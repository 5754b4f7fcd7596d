import { ApiProperty } from '@nestjs/swagger';
import { deviceOf } from './device';

/** A browser, as far as it says what it is. */
export class DeviceJson {
  @ApiProperty({ type: String, nullable: true, description: 'Null for one that does not say', example: 'Firefox' })
  readonly browser!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Linux' })
  readonly system!: string | null;
}

export function deviceJson(userAgent: string): DeviceJson {
  const device = deviceOf(userAgent);
  return { browser: device?.browser ?? null, system: device?.system ?? null };
}
