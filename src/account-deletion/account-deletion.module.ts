import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ExportModule } from '../export/export.module';
import { FollowModule } from '../follow/follow.module';
import { MessagesModule } from '../messages/messages.module';
import { PostsModule } from '../posts/posts.module';
import { AccountDeletionApiController } from './account-deletion.api-controller';
import { AccountDeletionController } from './account-deletion.controller';
import { AccountDeletionService } from './account-deletion.service';
import { DeleteAccountProcessor } from './delete-account.processor';
import { LeavingMailProcessor } from './leaving-mail.processor';

/** Leaving for good, with all that one said and whom one followed: hence above all of that. */
@Module({
  imports: [AuthModule, ExportModule, FollowModule, MessagesModule, PostsModule],
  controllers: [AccountDeletionController, AccountDeletionApiController],
  providers: [AccountDeletionService, DeleteAccountProcessor, LeavingMailProcessor],
})
export class AccountDeletionModule {}
