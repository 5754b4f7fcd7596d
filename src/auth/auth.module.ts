import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SecurityConfig } from '../config/security.config';
import { ApiToken } from './api-token.entity';
import { ApiTokensRepository } from './api-tokens.repository';
import { ApiTokensService } from './api-tokens.service';
import { AuthController } from './auth.controller';
import { BasicGuard } from './basic.guard';
import { CredentialsService } from './credentials.service';
import { jwtOptions } from './jwt-key';
import { RegistrationApiController } from './registration.api-controller';
import { RegistrationGuard } from './registration.guard';
import { RememberedBrowser } from './remembered-browser.entity';
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
import { TokenGuard } from './token.guard';
import { TokenStrategy } from './token.strategy';
import { TokensApiController } from './tokens.api-controller';

/** Who is asking. Its guards are registered once, for the whole application, in `app.module.ts`. */
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({ inject: [SecurityConfig], useFactory: jwtOptions }),
    TypeOrmModule.forFeature([Session, RememberedBrowser, ApiToken]),
  ],
  controllers: [AuthController, PasswordResetController, RegistrationApiController, TokensApiController],
  providers: [
    ApiTokensRepository,
    ApiTokensService,
    BasicGuard,
    CredentialsService,
    PasswordChangedMailProcessor,
    PasswordResetService,
    RegistrationGuard,
    ResetMailProcessor,
    ResetTokens,
    SessionCookies,
    SessionGuard,
    SessionStrategy,
    SessionsRepository,
    SessionsService,
    TokenGuard,
    TokenStrategy,
  ],
  exports: [SessionGuard, TokenGuard, ApiTokensService, CredentialsService],
})
export class AuthModule {}
