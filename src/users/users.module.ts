import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LayoutPerson } from '../web/layout-person.port';
import { AvatarsController } from './avatars.controller';
import { PasswordsService } from './passwords.service';
import { PersonPresenter } from './person.presenter';
import { SettingsController } from './settings.controller';
import { UnclaimedConstraint } from './unclaimed.validator';
import { User } from './user.entity';
import { UserSettings } from './user-settings.entity';
import { UsersController } from './users.controller';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

/** Who exists. Global, because the header of every page shows a person (`LayoutPerson`). */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([User, UserSettings])],
  controllers: [UsersController, SettingsController, AvatarsController],
  providers: [
    UsersService,
    UsersRepository,
    PasswordsService,
    PersonPresenter,
    UnclaimedConstraint,
    { provide: LayoutPerson, useExisting: PersonPresenter },
  ],
  exports: [UsersService, UsersRepository, PasswordsService, PersonPresenter, LayoutPerson],
})
export class UsersModule {}
