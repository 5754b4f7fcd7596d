import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { AccountApiController } from './account.api-controller';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';

/** One's own address and password, and the question for the password before anything dangerous. */
@Module({
  imports: [IdentityModule],
  controllers: [AccountController, AccountApiController],
  providers: [AccountService],
  exports: [AccountService],
})
export class AccountModule {}
