import { IdempotencyKey } from './api/idempotency/idempotency-key.entity';
import { ApiToken } from './auth/api-token.entity';
import { EmailChange } from './auth/email/email-change.entity';
import { RememberedBrowser } from './auth/remembered-browser.entity';
import { Session } from './auth/session.entity';
import { Export } from './export/export.entity';
import { Follow } from './follow/follow.entity';
import { Job } from './jobs/job.entity';
import { Message } from './messages/message.entity';
import { LiveValue } from './notifications/live/live-value.entity';
import { AuditEntry } from './moderation/audit-entry.entity';
import { Report } from './moderation/report.entity';
import { Notification } from './notifications/notification.entity';
import { Post } from './posts/post.entity';
import { PostRevision } from './posts/post-revision.entity';
import { Bookmark } from './posts/reactions/bookmark.entity';
import { PostLike } from './posts/reactions/post-like.entity';
import { PostTag } from './posts/tags/post-tag.entity';
import { Restriction } from './restrictions/restriction.entity';
import { Submission } from './posts/submission.entity';
import { SearchPosting } from './search/index/search-posting.entity';
import { SearchState } from './search/index/search-state.entity';
import { SearchTerm } from './search/index/search-term.entity';
import { TimelineEntry } from './timeline/push/timeline-entry.entity';
import { TimelineList } from './timeline/push/timeline-list.entity';
import { UserSettings } from './users/user-settings.entity';
import { User } from './users/user.entity';
import { PasskeyChallenge } from './auth/passkeys/passkey-challenge.entity';
import { Passkey } from './auth/passkeys/passkey.entity';
import { RecoveryCode } from './auth/two-step/recovery-code.entity';
import { SecondStep } from './auth/two-step/second-step.entity';
import { TrustedDevice } from './auth/two-step/trusted-device.entity';

/** Every table that has rows of ours: for the program, the TypeORM command line and the check for drift alike. */
export const entities = [
  User,
  UserSettings,
  Post,
  Follow,
  Session,
  RememberedBrowser,
  ApiToken,
  Submission,
  Message,
  PostLike,
  Bookmark,
  PostTag,
  PostRevision,
  Restriction,
  Notification,
  LiveValue,
  Report,
  AuditEntry,
  Export,
  SearchTerm,
  SearchPosting,
  SearchState,
  TimelineList,
  TimelineEntry,
  IdempotencyKey,
  Job,
  EmailChange,
  SecondStep,
  RecoveryCode,
  TrustedDevice,
  Passkey,
  PasskeyChallenge,
];
