import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SecurityConfig } from '../config/security.config';
import { ApiToken } from './api-token.entity';
import { ApiTokensRepository } from './api-tokens.repository';
import { ApiTokensService } from './api-tokens.service';
import { CredentialsService } from './credentials.service';
import { jwtOptions } from './jwt-key';
import { RememberedBrowser } from './remembered-browser.entity';
import { SessionCookies } from './session-cookies';
import { Session } from './session.entity';
import { SessionGuard } from './session.guard';
import { SessionStrategy } from './session.strategy';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';
import { TokenGuard } from './token.guard';
import { TokenStrategy } from './token.strategy';
import { TrustedDevice } from './two-step/trusted-device.entity';
import { TrustedDevicesRepository } from './two-step/trusted-devices.repository';

/** What tells who is asking (sessions, tokens, passwords), and what all the ways to sign in end with. */
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({ inject: [SecurityConfig], useFactory: jwtOptions }),
    TypeOrmModule.forFeature([Session, RememberedBrowser, ApiToken, TrustedDevice]),
  ],
  providers: [
    ApiTokensRepository,
    ApiTokensService,
    CredentialsService,
    SessionCookies,
    SessionGuard,
    SessionStrategy,
    SessionsRepository,
    SessionsService,
    SignInService,
    TokenGuard,
    TokenStrategy,
    TrustedDevicesRepository,
  ],
  exports: [
    JwtModule,
    ApiTokensRepository,
    ApiTokensService,
    CredentialsService,
    SessionCookies,
    SessionGuard,
    SessionsRepository,
    SessionsService,
    SignInService,
    TokenGuard,
    TrustedDevicesRepository,
  ],
})
export class IdentityModule {}
