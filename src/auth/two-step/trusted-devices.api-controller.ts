import { Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { DeviceJson, deviceJson } from '../browsers/device-json';
import { hashOf } from '../secrets';
import { TrustedDevicesService } from './trusted-devices.service';
import { DeviceNotFound } from './two-step.errors';

/** A browser that is not asked for the second step. */
export class TrustedDeviceJson extends DeviceJson {
  @ApiProperty({ description: 'Names it here. It opens nothing' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time', description: 'Since when it is trusted' })
  readonly timestamp!: string;
}

/** Browsers that are not asked for the second step. */
@ApiController('trusted_devices', { tag: 'account' })
export class TrustedDevicesApiController {
  constructor(private readonly devices: TrustedDevicesService) {}

  @Get()
  @ApiOperation({ summary: 'The browsers that are not asked for the second step' })
  @ApiOkResponse({ type: [TrustedDeviceJson] })
  async list(@CurrentUser() me: Viewer): Promise<TrustedDeviceJson[]> {
    const devices = await this.devices.list(me.id);
    return devices.map(({ id, userAgent, createdAt }) => ({
      id: hashOf(id),
      ...deviceJson(userAgent),
      timestamp: createdAt.toISOString(),
    }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Asks there for the second step again' })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async forget(@Param('id') handle: string, @CurrentUser() me: Viewer): Promise<void> {
    if (!(await this.devices.forget(me.id, handle))) throw new DeviceNotFound();
  }
}
