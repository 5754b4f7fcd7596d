import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SecurityConfig } from '../config/security.config';
import { EmailChanges } from '../users/email-changes.port';
import { AccountController } from './account/account.controller';
import { AccountService } from './account/account.service';
import { ApiToken } from './api-token.entity';
import { ApiTokensRepository } from './api-tokens.repository';
import { ApiTokensService } from './api-tokens.service';
import { AuthController } from './auth.controller';
import { BasicGuard } from './basic.guard';
import { CredentialsService } from './credentials.service';
import { BrowsersController } from './browsers/browsers.controller';
import { BrowsersService } from './browsers/browsers.service';
import { ConfirmEmailMailProcessor } from './email/confirm-email-mail.processor';
import { EmailChange } from './email/email-change.entity';
import { EmailChangesRepository } from './email/email-changes.repository';
import { EmailChangingMailProcessor } from './email/email-changing-mail.processor';
import { EmailConfirmationController } from './email/email-confirmation.controller';
import { EmailConfirmationService } from './email/email-confirmation.service';
import { EmailQuestions } from './email/email-questions.service';
import { EmailTokens } from './email/email-tokens';
import { jwtOptions } from './jwt-key';
import { PasskeyChallenge } from './passkeys/passkey-challenge.entity';
import { PasskeySignInController } from './passkeys/passkey-sign-in.controller';
import { Passkey } from './passkeys/passkey.entity';
import { PasskeysController } from './passkeys/passkeys.controller';
import { PasskeysRepository } from './passkeys/passkeys.repository';
import { PasskeysService } from './passkeys/passkeys.service';
import { RegistrationApiController } from './registration.api-controller';
import { RegistrationGuard } from './registration.guard';
import { RegistrationService } from './registration.service';
import { RememberedBrowser } from './remembered-browser.entity';
import { NamedTokensController } from './named-tokens/named-tokens.controller';
import { NamedTokensService } from './named-tokens/named-tokens.service';
import { PasswordChangedMailProcessor } from './reset/password-changed-mail.processor';
import { PasswordResetController } from './reset/password-reset.controller';
import { PasswordResetService } from './reset/password-reset.service';
import { ResetMailProcessor } from './reset/reset-mail.processor';
import { ResetTokens } from './reset/reset-tokens.service';
import { SessionCookies } from './session-cookies';
import { Session } from './session.entity';
import { SessionGuard } from './session.guard';
import { SessionStrategy } from './session.strategy';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { TidyAuthProcessor } from './tidy-auth.processor';
import { SignInService } from './sign-in.service';
import { TokenGuard } from './token.guard';
import { TokenStrategy } from './token.strategy';
import { TokensApiController } from './tokens.api-controller';
import { BegunSignIn } from './two-step/begun-sign-in';
import { RecoveryCode } from './two-step/recovery-code.entity';
import { SecondStepController } from './two-step/second-step.controller';
import { SecondStep } from './two-step/second-step.entity';
import { SecondStepService } from './two-step/second-step.service';
import { SecondStepsRepository } from './two-step/second-steps.repository';
import { SecurityController } from './two-step/security.controller';
import { TrustedDevice } from './two-step/trusted-device.entity';
import { TrustedDevicesRepository } from './two-step/trusted-devices.repository';
import { TrustedDevicesService } from './two-step/trusted-devices.service';

/** Who is asking. Global, because a change of address is confirmed here (`EmailChanges`). Its guards are registered once, for the whole application, in `app.module.ts`. */
@Global()
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({ inject: [SecurityConfig], useFactory: jwtOptions }),
    TypeOrmModule.forFeature([
      Session,
      RememberedBrowser,
      ApiToken,
      EmailChange,
      SecondStep,
      RecoveryCode,
      TrustedDevice,
      Passkey,
      PasskeyChallenge,
    ]),
  ],
  controllers: [
    AccountController,
    AuthController,
    BrowsersController,
    NamedTokensController,
    PasskeySignInController,
    PasskeysController,
    SecondStepController,
    SecurityController,
    EmailConfirmationController,
    PasswordResetController,
    RegistrationApiController,
    TokensApiController,
  ],
  providers: [
    AccountService,
    ApiTokensRepository,
    ApiTokensService,
    BasicGuard,
    BegunSignIn,
    BrowsersService,
    ConfirmEmailMailProcessor,
    CredentialsService,
    EmailChangesRepository,
    EmailChangingMailProcessor,
    EmailConfirmationService,
    EmailQuestions,
    EmailTokens,
    { provide: EmailChanges, useExisting: EmailQuestions },
    NamedTokensService,
    PasskeysRepository,
    PasskeysService,
    PasswordChangedMailProcessor,
    PasswordResetService,
    RegistrationGuard,
    RegistrationService,
    ResetMailProcessor,
    ResetTokens,
    SecondStepService,
    SecondStepsRepository,
    SessionCookies,
    SessionGuard,
    SessionStrategy,
    SessionsRepository,
    SessionsService,
    SignInService,
    TidyAuthProcessor,
    TokenGuard,
    TokenStrategy,
    TrustedDevicesRepository,
    TrustedDevicesService,
  ],
  exports: [AccountService, SessionGuard, TokenGuard, ApiTokensService, CredentialsService, EmailChanges],
})
export class AuthModule {}
