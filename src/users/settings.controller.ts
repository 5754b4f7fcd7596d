import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { CookieOptions, Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import { Public } from '../common/public.decorator';
import type { Viewer } from '../common/viewer';
import { HttpConfig } from '../config/http.config';
import { LOCALE_COOKIE } from '../i18n/request-locale';
import { page, redirect, redirectBack, success } from '../web/answers';
import { cookieOptions } from '../web/cookie-options';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { THEME_COOKIE, themeOf } from '../web/theme';
import { AppearanceDto, chosenOrNull, FOLLOW_BROWSER, LanguageDto, TimeZoneDto } from './dto/settings.dto';
import { UsersService } from './users.service';

const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Language and appearance: kept with the account of who is signed in, and in a cookie for who is not. */
@Controller('settings')
export class SettingsController {
  private readonly cookie: CookieOptions;

  constructor(
    private readonly users: UsersService,
    http: HttpConfig,
  ) {
    this.cookie = cookieOptions(http);
  }

  @Public()
  @Get('language')
  language(@Req() { cookies }: AppRequest, @CurrentUser() me?: Viewer) {
    const locale = me?.locale ?? cookies[LOCALE_COOKIE] ?? FOLLOW_BROWSER;
    return page('settings/language', { form: Form.blank(LanguageDto, { locale }) });
  }

  @Public()
  @Post('language')
  async saveLanguage(
    @CurrentUser() me: Viewer | undefined,
    @FormOf(LanguageDto) form: Form<LanguageDto>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const saved = await form.accepts(async ({ locale }) => {
      const choice = chosenOrNull(locale);
      if (me) await this.users.changeSettings(me.id, { locale: choice });
      this.remember(response, LOCALE_COOKIE, choice);
    });
    return saved ? this.back(form.typed.next, 'settings.language') : page('settings/language', { form });
  }

  @Get('time_zone')
  timeZone(@CurrentUser() me: Viewer) {
    return page('settings/time-zone', { form: Form.blank(TimeZoneDto, { time_zone: me.timeZone ?? FOLLOW_BROWSER }) });
  }

  @Post('time_zone')
  async saveTimeZone(@CurrentUser() me: Viewer, @FormOf(TimeZoneDto) form: Form<TimeZoneDto>) {
    const saved = await form.accepts(({ time_zone: zone }) => this.users.changeSettings(me.id, { timeZone: chosenOrNull(zone) }));
    return saved ? redirect('settings.timeZone', {}, success('settings.flash.saved')) : page('settings/time-zone', { form });
  }

  @Public()
  @Get('appearance')
  appearance(@Req() request: AppRequest) {
    return page('settings/appearance', { form: Form.blank(AppearanceDto, { theme: themeOf(request) }) });
  }

  @Public()
  @Post('appearance')
  async saveAppearance(
    @CurrentUser() me: Viewer | undefined,
    @FormOf(AppearanceDto) form: Form<AppearanceDto>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const saved = await form.accepts(async ({ theme }) => {
      if (me) await this.users.changeSettings(me.id, { theme });
      this.remember(response, THEME_COOKIE, theme);
    });
    return saved ? this.back(form.typed.next, 'settings.appearance') : page('settings/appearance', { form });
  }

  /** To the page on which the choice was made: the menu in the footer is on all of them. */
  private back(next: string | undefined, otherwise: string) {
    return redirectBack({ next }, redirect(otherwise, {}, success('settings.flash.saved')));
  }

  private remember(response: Response, name: string, value: string | null): void {
    if (value === null) response.clearCookie(name, this.cookie);
    else response.cookie(name, value, { ...this.cookie, maxAge: ONE_YEAR_MS });
  }
}
