import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module';
import { RedisConfig } from '../config/redis.config';
import { RestrictionsModule } from '../restrictions/restrictions.module';
import { TimelineModule } from '../timeline/timeline.module';
import { LiveAudience } from './live/live-audience.queries';
import { LiveChannel } from './live/live-channel.port';
import { LiveHub } from './live/live-hub.service';
import { LiveValue } from './live/live-value.entity';
import { LiveValuesRepository } from './live/live-values.repository';
import { LiveValues } from './live/live-values.service';
import { LocalLiveChannel } from './live/local-live-channel';
import { RedisLiveChannel } from './live/redis-live-channel';
import { Notification } from './notification.entity';
import { NotificationListeners } from './notification-listeners';
import { NotificationJsonPresenter } from './notification-json.presenter';
import { NotificationPresenter } from './notification.presenter';
import { NotificationsApiController } from './notifications.api-controller';
import { NotificationsController } from './notifications.controller';
import { NotificationsRepository } from './notifications.repository';
import { NotificationsService } from './notifications.service';
import { TidyNotificationsProcessor } from './tidy-notifications.processor';
import { WantedNotificationsApiController } from './wanted-notifications.api-controller';

/** What waits for people. It hears everything, and nobody knows it. */
@Module({
  imports: [AuthModule, RestrictionsModule, TimelineModule, TypeOrmModule.forFeature([Notification, LiveValue])],
  controllers: [NotificationsController, NotificationsApiController, WantedNotificationsApiController],
  providers: [
    NotificationsService,
    NotificationsRepository,
    NotificationListeners,
    NotificationPresenter,
    NotificationJsonPresenter,
    TidyNotificationsProcessor,
    LiveValues,
    LiveValuesRepository,
    LiveAudience,
    LiveHub,
    {
      provide: LiveChannel,
      inject: [RedisConfig],
      useFactory: ({ url }: RedisConfig) => (url === undefined ? new LocalLiveChannel() : new RedisLiveChannel(url)),
    },
  ],
})
export class NotificationsModule {}
