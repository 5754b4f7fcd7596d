import { Global, Module } from '@nestjs/common';
import { MailerModule } from '@nestjs-modules/mailer';
import { AppConfig } from '../config/app.config';
import { MailConfig } from '../config/mail.config';
import { MailService } from './mail.service';
import { mailTransport } from './mail-transport';

/** Mail, by SMTP or as files. Global, since many features write. Its texts are templates in `views/mail` and lines in the catalogues. */
@Global()
@Module({
  imports: [
    MailerModule.forRootAsync({
      imports: [],
      inject: [MailConfig, AppConfig],
      useFactory: (mail: MailConfig, app: AppConfig) => ({ transport: mailTransport(mail, app) }),
    }),
  ],
  providers: [MailService],
  exports: [MailService],
})
export class MailModule {}
