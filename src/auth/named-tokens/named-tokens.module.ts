import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { IdentityModule } from '../identity.module';
import { NamedTokensApiController } from './named-tokens.api-controller';
import { NamedTokensController } from './named-tokens.controller';
import { NamedTokensService } from './named-tokens.service';

/** Tokens that somebody makes for a program of theirs. */
@Module({
  imports: [IdentityModule, AccountModule],
  controllers: [NamedTokensController, NamedTokensApiController],
  providers: [NamedTokensService],
})
export class NamedTokensModule {}
