import { Get, Header, HttpCode, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { JsonBody } from '../../api/json-body.decorator';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { PasswordAgainDto } from '../account/dto/account.dto';
import { proofOf } from '../account/account.service';
import { ConfirmSecondStepDto } from './dto/two-step.dto';
import { SecondStepService } from './second-step.service';
import { SecondStepNotBegun } from './two-step.errors';

export class SecondStepJson {
  @ApiProperty({ description: 'Signing in wants a code' })
  readonly on!: boolean;

  @ApiProperty({ type: 'integer', minimum: 0, example: 8 })
  readonly recovery_codes_left!: number;
}

export class SecondStepSetupJson {
  @ApiProperty({ description: 'Base32, for an authenticator app', example: 'JBSWY3DPEHPK3PXP' })
  readonly secret!: string;

  @ApiProperty({ description: 'The same as `otpauth:`, for a QR code' })
  readonly uri!: string;
}

export class RecoveryCodesJson {
  @ApiProperty({ type: [String], description: 'Each good for once; nobody can see them again' })
  readonly recovery_codes!: string[];
}

/** The second step at sign-in, turned on and off. Sent again, each of these takes effect anew: nothing of the answers is kept. */
@ApiController('second_step', { tag: 'account' })
export class SecondStepApiController {
  constructor(private readonly secondStep: SecondStepService) {}

  @Get()
  @ApiOperation({ summary: 'Whether signing in wants a code, and how many recovery codes are left' })
  @ApiOkResponse({ type: SecondStepJson })
  async show(@CurrentUser() { id }: Viewer): Promise<SecondStepJson> {
    const on = await this.secondStep.isOn(id);
    return { on, recovery_codes_left: on ? await this.secondStep.codesLeft(id) : 0 };
  }

  @Put('setup')
  @ApiOperation({
    summary: 'Begins: gives a secret for an authenticator app, which counts once a code of it was sent to `/code`',
  })
  @ApiOkResponse({ type: SecondStepSetupJson })
  @Header('Cache-Control', 'no-store')
  @ApiProblems(409, 429)
  async begin(
    @JsonBody(PasswordAgainDto) sent: PasswordAgainDto,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
  ): Promise<SecondStepSetupJson> {
    await this.secondStep.begin(proofOf(sent, me, request));
    const setup = await this.secondStep.setupOf(me);
    if (!setup) throw new SecondStepNotBegun();
    return setup;
  }

  @Put('code')
  @ApiOperation({ summary: 'Turns it on, by a code of the app that has the secret' })
  @ApiOkResponse({ type: RecoveryCodesJson })
  @Header('Cache-Control', 'no-store')
  @ApiProblems(409, 429)
  async confirm(
    @JsonBody(ConfirmSecondStepDto) { code }: ConfirmSecondStepDto,
    @CurrentUser() me: Viewer,
  ): Promise<RecoveryCodesJson> {
    return { recovery_codes: await this.secondStep.confirm(me, code) };
  }

  @Put('recovery_codes')
  @ApiOperation({ summary: 'Makes new recovery codes; the old ones count no more' })
  @ApiOkResponse({ type: RecoveryCodesJson })
  @Header('Cache-Control', 'no-store')
  @ApiProblems(409, 429)
  async renewCodes(
    @JsonBody(PasswordAgainDto) sent: PasswordAgainDto,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
  ): Promise<RecoveryCodesJson> {
    return { recovery_codes: await this.secondStep.renewCodes(proofOf(sent, me, request)) };
  }

  @Put('off')
  @HttpCode(204)
  @ApiOperation({ summary: 'Turns it off' })
  @ApiNoContentResponse()
  @ApiProblems(429)
  async turnOff(
    @JsonBody(PasswordAgainDto) sent: PasswordAgainDto,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
  ): Promise<void> {
    await this.secondStep.turnOff(proofOf(sent, me, request));
  }
}
