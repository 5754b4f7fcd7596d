import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { offerChoices } from '../common/fields';
import { SiteConfig } from '../config/site.config';
import { LayoutPerson } from '../web/layout-person.port';
import { AvatarsController } from './avatars.controller';
import { FOLLOW_BROWSER, LanguageDto, SettingsDto } from './dto/settings.dto';
import { PasswordsService } from './passwords.service';
import { PersonMailer } from './person-mailer.service';
import { PersonPresenter } from './person.presenter';
import { SettingsApiController } from './settings.api-controller';
import { SettingsController } from './settings.controller';
import { UnclaimedConstraint } from './unclaimed.validator';
import { UserJsonPresenter } from './user-json.presenter';
import { User } from './user.entity';
import { UserSettings } from './user-settings.entity';
import { UsersApiController } from './users.api-controller';
import { UsersController } from './users.controller';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

/** Who exists. Global, because the header of every page shows a person (`LayoutPerson`). */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([User, UserSettings])],
  controllers: [UsersController, UsersApiController, SettingsApiController, SettingsController, AvatarsController],
  providers: [
    UsersService,
    UsersRepository,
    PasswordsService,
    PersonMailer,
    PersonPresenter,
    UserJsonPresenter,
    UnclaimedConstraint,
    { provide: LayoutPerson, useExisting: PersonPresenter },
  ],
  exports: [UsersService, UsersRepository, PasswordsService, PersonMailer, PersonPresenter, UserJsonPresenter, LayoutPerson],
})
export class UsersModule implements OnModuleInit {
  constructor(private readonly site: SiteConfig) {}

  onModuleInit(): void {
    for (const form of [LanguageDto, SettingsDto]) offerChoices(form, 'locale', [FOLLOW_BROWSER, ...this.site.languages]);
  }
}
