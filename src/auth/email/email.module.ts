import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmailChanges } from '../../users/email-changes.port';
import { IdentityModule } from '../identity.module';
import { ConfirmEmailMailProcessor } from './confirm-email-mail.processor';
import { EmailChange } from './email-change.entity';
import { EmailChangesRepository } from './email-changes.repository';
import { EmailChangingMailProcessor } from './email-changing-mail.processor';
import { EmailConfirmationApiController } from './email-confirmation.api-controller';
import { EmailConfirmationController } from './email-confirmation.controller';
import { EmailConfirmationService } from './email-confirmation.service';
import { EmailQuestions } from './email-questions.service';
import { EmailTokens } from './email-tokens';

/** Whose address it is, asked by mail. Global, because `users` asks for it through its port. */
@Global()
@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature([EmailChange])],
  controllers: [EmailConfirmationController, EmailConfirmationApiController],
  providers: [
    ConfirmEmailMailProcessor,
    EmailChangesRepository,
    EmailChangingMailProcessor,
    EmailConfirmationService,
    EmailQuestions,
    EmailTokens,
    { provide: EmailChanges, useExisting: EmailQuestions },
  ],
  exports: [EmailChanges, EmailQuestions],
})
export class EmailModule {}
