import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { limitField } from '../common/fields';
import { SiteConfig } from '../config/site.config';
import { RestrictionsModule } from '../restrictions/restrictions.module';
import { ComposeMessageDto, SendMessageDto } from './dto/send-message.dto';
import { Message } from './message.entity';
import { MessagePresenter } from './message.presenter';
import { MessageJsonPresenter } from './message-json.presenter';
import { MessagesApiController } from './messages.api-controller';
import { MessagesController } from './messages.controller';
import { MessagesRepository } from './messages.repository';
import { MessagesService } from './messages.service';

/** What people write to each other alone. */
@Module({
  imports: [RestrictionsModule, TypeOrmModule.forFeature([Message])],
  controllers: [MessagesController, MessagesApiController],
  providers: [MessagesService, MessagesRepository, MessagePresenter, MessageJsonPresenter],
  exports: [MessagesService, MessageJsonPresenter, MessagePresenter],
})
export class MessagesModule implements OnModuleInit {
  constructor(private readonly site: SiteConfig) {}

  onModuleInit(): void {
    limitField(ComposeMessageDto, 'message', this.site.postMaxLength);
    limitField(SendMessageDto, 'body', this.site.postMaxLength);
  }
}
