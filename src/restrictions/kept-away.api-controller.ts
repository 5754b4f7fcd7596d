import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { JsonPages } from '../api/json-pages';
import { CursorPageJson } from '../api/page-json';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PersonPresenter } from '../users/person.presenter';
import { PersonJson, UserJsonPresenter } from '../users/user-json.presenter';
import type { RestrictionKind } from './restriction.entity';
import { RestrictionsService } from './restrictions.service';

/** Somebody whom one keeps away. */
export class KeptAwayJson {
  @ApiProperty({ type: PersonJson })
  readonly person!: PersonJson;

  @ApiProperty({ enum: ['mute', 'block'] })
  readonly kind!: RestrictionKind;
}

export class KeptAwayPageJson extends CursorPageJson(KeptAwayJson) {}

/** Whom one keeps away, muted and blocked. */
@ApiController('restrictions', { tag: 'users' })
export class KeptAwayApiController {
  constructor(
    private readonly restrictions: RestrictionsService,
    private readonly views: PersonPresenter,
    private readonly people: UserJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whom you mute or block' })
  @ApiOkResponse({ type: KeptAwayPageJson })
  async list(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<KeptAwayPageJson> {
    const page = mapPage(await this.restrictions.list(me.id, at.cursor, at.perPage), ({ kind, ...person }) => ({
      person: this.people.person(this.views.present(person)),
      kind,
    }));
    return this.pages.byCursor(page, at, 'api.keptAway.list');
  }
}
