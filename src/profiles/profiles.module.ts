import { Module } from '@nestjs/common';
import { ExportModule } from '../export/export.module';
import { PostsModule } from '../posts/posts.module';
import { PeopleQueries } from './people.queries';
import { ProfilePresenter } from './profile.presenter';
import { ProfilesApiController } from './profiles.api-controller';
import { ProfilesController } from './profiles.controller';
import { ProfilesService } from './profiles.service';

/** A person as shown: account, posts and followers together. */
@Module({
  imports: [ExportModule, PostsModule],
  controllers: [ProfilesController, ProfilesApiController],
  providers: [ProfilesService, ProfilePresenter, PeopleQueries],
})
export class ProfilesModule {}
