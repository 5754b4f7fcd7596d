import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { PasswordChangedMailProcessor } from './password-changed-mail.processor';
import { PasswordResetApiController } from './password-reset.api-controller';
import { PasswordResetController } from './password-reset.controller';
import { PasswordResetService } from './password-reset.service';
import { ResetMailProcessor } from './reset-mail.processor';
import { ResetTokens } from './reset-tokens.service';

/** A new password by a link in a mail. */
@Module({
  imports: [IdentityModule],
  controllers: [PasswordResetController, PasswordResetApiController],
  providers: [PasswordChangedMailProcessor, PasswordResetService, ResetMailProcessor, ResetTokens],
})
export class PasswordResetModule {}
