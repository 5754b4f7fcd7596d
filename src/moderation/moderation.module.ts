import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module';
import { PostsModule } from '../posts/posts.module';
import { AuditEntry } from './audit-entry.entity';
import { ModerationJsonPresenter } from './moderation-json.presenter';
import { ModerationApiController } from './moderation.api-controller';
import { ModerationController } from './moderation.controller';
import { ModerationRepository } from './moderation.repository';
import { ModerationService } from './moderation.service';
import { ModeratorsApiController } from './moderators.api-controller';
import { Report } from './report.entity';

/** Looking after the place: reports, suspensions, posts taken away, and a log of all that. */
@Module({
  imports: [AuthModule, PostsModule, TypeOrmModule.forFeature([Report, AuditEntry])],
  controllers: [ModerationController, ModerationApiController, ModeratorsApiController],
  providers: [ModerationService, ModerationRepository, ModerationJsonPresenter],
  exports: [ModerationService],
})
export class ModerationModule {}
