import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KeptAwayApiController } from './kept-away.api-controller';
import { Restriction } from './restriction.entity';
import { RestrictionsApiController } from './restrictions.api-controller';
import { RestrictionsController } from './restrictions.controller';
import { RestrictionsRepository } from './restrictions.repository';
import { RestrictionsService } from './restrictions.service';

/** Who does not want to see, or to be seen by, whom. Below all that people do with each other. */
@Module({
  imports: [TypeOrmModule.forFeature([Restriction])],
  controllers: [RestrictionsController, RestrictionsApiController, KeptAwayApiController],
  providers: [RestrictionsRepository, RestrictionsService],
  exports: [RestrictionsService],
})
export class RestrictionsModule {}
