import { Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { IfMatch, IfMatchHeader } from '../api/if-match.decorator';
import { JsonChanges } from '../api/json-body.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import { type Theme, THEMES } from '../common/theme';
import type { Viewer } from '../common/viewer';
import { chosenOrNull, FOLLOW_BROWSER, SettingsDto } from './dto/settings.dto';
import { UsersService } from './users.service';

/** How one wants to see the site. */
export class SettingsJson {
  @ApiProperty({ description: 'BCP 47; `auto` follows the browser', example: 'es' })
  readonly locale!: string;

  @ApiProperty({ description: 'IANA; `auto` follows the browser', example: 'Europe/Madrid' })
  readonly time_zone!: string;

  @ApiProperty({ enum: THEMES })
  readonly theme!: Theme;
}

/** One's own settings, of which mails and pages take notice. */
@ApiController('settings')
export class SettingsApiController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ApiOperation({ summary: 'Language, time zone and appearance, as you chose them' })
  @ApiOkResponse({ type: SettingsJson })
  async show(@CurrentUser() me: Viewer): Promise<SettingsJson> {
    const { locale, timeZone, theme } = await this.users.settingsOf(me.id);
    return { locale: locale ?? FOLLOW_BROWSER, time_zone: timeZone ?? FOLLOW_BROWSER, theme };
  }

  @Put()
  @ApiOperation({ summary: 'Changes your settings; what you leave out stays as it is' })
  @ApiOkResponse({ type: SettingsJson })
  async update(
    @JsonChanges(SettingsDto) { locale, time_zone: timeZone, theme }: Partial<SettingsDto>,
    @IfMatch() match: IfMatchHeader,
    @CurrentUser() me: Viewer,
  ): Promise<SettingsJson> {
    const changes = {
      ...(locale === undefined ? {} : { locale: chosenOrNull(locale) }),
      ...(timeZone === undefined ? {} : { timeZone: chosenOrNull(timeZone) }),
      ...(theme === undefined ? {} : { theme }),
    };
    await this.users.changeSettings(
      me.id,
      changes,
      match.still(() => this.show(me)),
    );
    return this.show(me);
  }
}
