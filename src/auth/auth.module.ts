import { Module } from '@nestjs/common';
import { AccountModule } from './account/account.module';
import { AuthController } from './auth.controller';
import { BasicGuard } from './basic.guard';
import { BrowsersModule } from './browsers/browsers.module';
import { EmailModule } from './email/email.module';
import { IdentityModule } from './identity.module';
import { NamedTokensModule } from './named-tokens/named-tokens.module';
import { PasskeysModule } from './passkeys/passkeys.module';
import { RegistrationApiController } from './registration.api-controller';
import { RegistrationGuard } from './registration.guard';
import { RegistrationService } from './registration.service';
import { PasswordResetModule } from './reset/password-reset.module';
import { TidyAuthProcessor } from './tidy-auth.processor';
import { TokensApiController } from './tokens.api-controller';
import { TwoStepModule } from './two-step/two-step.module';

/** Who is asking: joining, signing in and out. Its guards are registered once, for the whole application, in `app.module.ts`. */
@Module({
  imports: [
    IdentityModule,
    AccountModule,
    BrowsersModule,
    EmailModule,
    NamedTokensModule,
    PasskeysModule,
    PasswordResetModule,
    TwoStepModule,
  ],
  controllers: [AuthController, RegistrationApiController, TokensApiController],
  providers: [BasicGuard, RegistrationGuard, RegistrationService, TidyAuthProcessor],
  exports: [IdentityModule, AccountModule],
})
export class AuthModule {}
