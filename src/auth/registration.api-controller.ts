import { Post, Req, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonBody } from '../api/json-body.decorator';
import type { AppRequest } from '../common/app-request';
import { RequestLocale } from '../i18n/request-locale';
import { UserJson, UserJsonPresenter } from '../users/user-json.presenter';
import { CreateAccountDto } from './dto/register.dto';
import { RegistrationGuard } from './registration.guard';
import { RegistrationService } from './registration.service';

/** Joining. */
@ApiController('users', { open: true })
export class RegistrationApiController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly locales: RequestLocale,
    private readonly json: UserJsonPresenter,
  ) {}

  @UseGuards(RegistrationGuard)
  @Post()
  @ApiOperation({ summary: 'Opens an account' })
  @ApiCreatedResponse({ type: UserJson })
  @ApiProblems(403, 429)
  async join(@JsonBody(CreateAccountDto) dto: CreateAccountDto, @Req() request: AppRequest): Promise<UserJson> {
    return this.json.present(await this.registration.join(dto, { ip: request.ip, locale: this.locales.of(request) }));
  }
}
