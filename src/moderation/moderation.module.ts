import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module';
import { PostsModule } from '../posts/posts.module';
import { AuditEntry } from './audit-entry.entity';
import { ModerationApiController } from './moderation.api-controller';
import { ModerationController } from './moderation.controller';
import { ModerationRepository } from './moderation.repository';
import { ModerationService } from './moderation.service';
import { Report } from './report.entity';

/** Looking after the place: reports, suspensions, posts taken away, and a log of all that. */
@Module({
  imports: [AuthModule, PostsModule, TypeOrmModule.forFeature([Report, AuditEntry])],
  controllers: [ModerationController, ModerationApiController],
  providers: [ModerationService, ModerationRepository],
  exports: [ModerationService],
})
export class ModerationModule {}
