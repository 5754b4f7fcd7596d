import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccountDeletionModule } from './account-deletion/account-deletion.module';
import { ApiModule } from './api/api.module';
import { ApiDocsModule } from './api-docs/api-docs.module';
import { AuthModule } from './auth/auth.module';
import { SessionGuard } from './auth/session.guard';
import { TokenGuard } from './auth/token.guard';
import { Clock } from './common/clock';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { entities } from './entities';
import { EventsModule } from './events/events.module';
import { ExportModule } from './export/export.module';
import { FeedsModule } from './feeds/feeds.module';
import { FollowModule } from './follow/follow.module';
import { HealthModule } from './health/health.module';
import { ErrorFilter } from './http/error.filter';
import { FailureMailProcessor } from './http/failure-mail.processor';
import { FailureReports } from './http/failure-reports';
import { RefusedForms } from './http/refused-forms';
import { I18nModule } from './i18n/i18n.module';
import type { ProcessRole } from './jobs/job-duty';
import { JobsModule } from './jobs/jobs.module';
import { MailModule } from './mail/mail.module';
import { MessagesModule } from './messages/messages.module';
import { ModerationModule } from './moderation/moderation.module';
import { NotificationsModule } from './notifications/notifications.module';
import { PostsModule } from './posts/posts.module';
import { ProfilesModule } from './profiles/profiles.module';
import { RestrictionsModule } from './restrictions/restrictions.module';
import { RoutingModule } from './routing/routing.module';
import { ThrottlingModule } from './throttling/throttling.module';
import { SearchModule } from './search/search.module';
import { TimelineModule } from './timeline/timeline.module';
import { TranslationModule } from './translation/translation.module';
import { UsersModule } from './users/users.module';
import { CsrfGuard } from './web/csrf.guard';
import { WebModule } from './web/web.module';

/** The whole program: kits, features, and what holds for every request. */
@Module({})
export class AppModule {
  static with(config: Config, role: ProcessRole): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        // Express goes through the routes one by one, and these are asked for most.
        TimelineModule,
        ConfigModule.with(config),
        DatabaseModule.forRoot(entities),
        EventsModule,
        RoutingModule,
        I18nModule,
        JobsModule.for(role, config),
        ThrottlingModule,
        WebModule,
        ApiModule,
        MailModule,
        UsersModule,
        RestrictionsModule,
        AuthModule,
        PostsModule,
        FollowModule,
        MessagesModule,
        ExportModule,
        ProfilesModule,
        AccountDeletionModule,
        ModerationModule,
        SearchModule,
        TranslationModule,
        FeedsModule,
        NotificationsModule,
        HealthModule,
        ApiDocsModule,
      ],
      providers: [
        Clock,
        FailureMailProcessor,
        FailureReports,
        RefusedForms,
        // In this order: who is asking, then whether the form came from one of our pages, which depends on it.
        { provide: APP_GUARD, useExisting: SessionGuard },
        { provide: APP_GUARD, useExisting: TokenGuard },
        { provide: APP_GUARD, useExisting: CsrfGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
      exports: [Clock],
    };
  }
}
