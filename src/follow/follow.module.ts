import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RestrictionsModule } from '../restrictions/restrictions.module';
import { FollowApiController } from './follow.api-controller';
import { FollowController } from './follow.controller';
import { Follow } from './follow.entity';
import { FollowRepository } from './follow.repository';
import { FollowService } from './follow.service';

/** Who follows whom. */
@Module({
  imports: [RestrictionsModule, TypeOrmModule.forFeature([Follow])],
  controllers: [FollowController, FollowApiController],
  providers: [FollowService, FollowRepository],
  exports: [FollowService],
})
export class FollowModule {}
