import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '../account/account.module';
import { IdentityModule } from '../identity.module';
import { PasskeyChallenge } from './passkey-challenge.entity';
import { PasskeySignInController } from './passkey-sign-in.controller';
import { Passkey } from './passkey.entity';
import { PasskeysApiController } from './passkeys.api-controller';
import { PasskeysController } from './passkeys.controller';
import { PasskeysRepository } from './passkeys.repository';
import { PasskeysService } from './passkeys.service';

/** Signing in by finger, face or PIN (WebAuthn). */
@Module({
  imports: [IdentityModule, AccountModule, TypeOrmModule.forFeature([Passkey, PasskeyChallenge])],
  controllers: [PasskeysController, PasskeysApiController, PasskeySignInController],
  providers: [PasskeysRepository, PasskeysService],
  exports: [PasskeysRepository, PasskeysService],
})
export class PasskeysModule {}
