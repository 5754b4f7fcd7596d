import { Post, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { UserJson, UserJsonPresenter } from '../users/user-json.presenter';
import { UsersService } from '../users/users.service';
import { CreateAccountDto } from './dto/register.dto';
import { RegistrationGuard } from './registration.guard';

/** Joining. */
@ApiController('users', { open: true })
export class RegistrationApiController {
  constructor(
    private readonly users: UsersService,
    private readonly json: UserJsonPresenter,
  ) {}

  @UseGuards(RegistrationGuard)
  @Post()
  @ApiOperation({ summary: 'Opens an account' })
  @ApiCreatedResponse({ type: UserJson })
  @ApiProblems(403)
  async join(@JsonBody(CreateAccountDto) dto: CreateAccountDto): Promise<UserJson> {
    return this.json.present(await this.users.register(dto));
  }
}
