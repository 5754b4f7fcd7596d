import { CheckboxField } from '../../common/fields';
import type { NotificationKind } from '../notification.entity';

/** Of what somebody wants to hear. */
export class WantedNotificationsDto implements Record<NotificationKind, boolean> {
  @CheckboxField({ label: 'notifications.kinds.follow' })
  follow!: boolean;

  @CheckboxField({ label: 'notifications.kinds.mention' })
  mention!: boolean;

  @CheckboxField({ label: 'notifications.kinds.reply' })
  reply!: boolean;

  @CheckboxField({ label: 'notifications.kinds.like' })
  like!: boolean;

  @CheckboxField({ label: 'notifications.kinds.repost' })
  repost!: boolean;

  @CheckboxField({ label: 'notifications.kinds.message' })
  message!: boolean;
}
