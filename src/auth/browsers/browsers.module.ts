import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { BrowsersApiController } from './browsers.api-controller';
import { BrowsersController } from './browsers.controller';
import { BrowsersService } from './browsers.service';

/** Where one is signed in. */
@Module({
  imports: [IdentityModule],
  controllers: [BrowsersController, BrowsersApiController],
  providers: [BrowsersService],
  exports: [BrowsersService],
})
export class BrowsersModule {}
