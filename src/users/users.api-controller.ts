import { Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { IfMatch, IfMatchHeader } from '../api/if-match.decorator';
import { JsonChanges } from '../api/json-body.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { AddressChangeGuard } from './address-change.guard';
import { UpdateAccountDto } from './dto/update-account.dto';
import { UserId } from './user-id.decorator';
import { UserJson, UserJsonPresenter } from './user-json.presenter';
import { UsersService } from './users.service';

/** What one says of oneself. */
@ApiController('users')
export class UsersApiController {
  constructor(
    private readonly users: UsersService,
    private readonly json: UserJsonPresenter,
  ) {}

  @UseGuards(AddressChangeGuard)
  @Put(':id')
  @ApiOperation({ summary: 'Changes your account; what you leave out stays as it is' })
  @ApiOkResponse({ type: UserJson })
  @ApiProblems(403, 404, 429)
  async update(
    @UserId() id: number,
    @JsonChanges(UpdateAccountDto) changes: Partial<UpdateAccountDto>,
    @IfMatch() match: IfMatchHeader,
    @CurrentUser() me: Viewer,
  ): Promise<UserJson> {
    await this.users.updateProfile(
      id,
      changes,
      me,
      match.still(() => this.show(id)),
    );
    return this.show(id);
  }

  private async show(id: number): Promise<UserJson> {
    return this.json.present(await this.users.get(id));
  }
}
