import { CreateUsers1795305600000 } from './1795305600000-create-users';
import { CreateUserSettings1795305600001 } from './1795305600001-create-user-settings';
import { CreatePosts1795305600002 } from './1795305600002-create-posts';
import { CreateFollows1795305600003 } from './1795305600003-create-follows';
import { CreateSessions1795305600004 } from './1795305600004-create-sessions';
import { CreateRememberedBrowsers1795305600005 } from './1795305600005-create-remembered-browsers';
import { CreateApiTokens1795305600006 } from './1795305600006-create-api-tokens';
import { CreateSubmissions1795305600007 } from './1795305600007-create-submissions';
import { CreateJobs1795651100000 } from './1795651100000-create-jobs';
import { AddEmailConfirmedAtToUsers1795651200010 } from './1795651200010-add-email-confirmed-at-to-users';
import { CreateEmailChanges1795651200011 } from './1795651200011-create-email-changes';
import { AddUseToSessions1795651200030 } from './1795651200030-add-use-to-sessions';
import { AddUserAgentToRememberedBrowsers1795651200031 } from './1795651200031-add-user-agent-to-remembered-browsers';
import { AddScopeToApiTokens1795651200040 } from './1795651200040-add-scope-to-api-tokens';
import { AddDeletesAtToUsers1795651200060 } from './1795651200060-add-deletes-at-to-users';
import { CreateSecondSteps1795651200070 } from './1795651200070-create-second-steps';
import { CreateRecoveryCodes1795651200071 } from './1795651200071-create-recovery-codes';
import { CreateTrustedDevices1795651200072 } from './1795651200072-create-trusted-devices';
import { AddTimeZoneToUserSettings1795651200080 } from './1795651200080-add-time-zone-to-user-settings';
import { CreatePasskeys1795651200090 } from './1795651200090-create-passkeys';
import { CreatePasskeyChallenges1795651200091 } from './1795651200091-create-passkey-challenges';
import { CreateMessages1795700000000 } from './1795700000000-create-messages';
import { AddTalkToPosts1795700000010 } from './1795700000010-add-talk-to-posts';
import { CreatePostLikes1795700000011 } from './1795700000011-create-post-likes';
import { CreateBookmarks1795700000012 } from './1795700000012-create-bookmarks';
import { CreatePostTags1795700000013 } from './1795700000013-create-post-tags';
import { CreatePostRevisions1795700000014 } from './1795700000014-create-post-revisions';
import { CreateRestrictions1795700000020 } from './1795700000020-create-restrictions';
import { CreateNotifications1795700000030 } from './1795700000030-create-notifications';
import { CreateLiveValues1795700000031 } from './1795700000031-create-live-values';
import { AddNotificationsToUsers1795700000032 } from './1795700000032-add-notifications-to-users';
import { AddSuspendedAtToUsers1795700000040 } from './1795700000040-add-suspended-at-to-users';
import { CreateReports1795700000041 } from './1795700000041-create-reports';
import { CreateAuditEntries1795700000042 } from './1795700000042-create-audit-entries';
import { CreateExports1795700000050 } from './1795700000050-create-exports';
import { CreateSearchTerms1795700000060 } from './1795700000060-create-search-terms';
import { CreateSearchPostings1795700000061 } from './1795700000061-create-search-postings';
import { CreateIdempotencyKeys1795750000000 } from './1795750000000-create-idempotency-keys';
import { CreateTimelineLists1795800000000 } from './1795800000000-create-timeline-lists';
import { CreateTimelineEntries1795800000001 } from './1795800000001-create-timeline-entries';
import { AddPostBodyToReports1795900000000 } from './1795900000000-add-post-body-to-reports';
import { CreateSearchStates1795700000062 } from './1795700000062-create-search-states';

/** Every migration, oldest first. One that is merged is never changed: the next one corrects it. */
export const migrations = [
  CreateUsers1795305600000,
  CreateUserSettings1795305600001,
  CreatePosts1795305600002,
  CreateFollows1795305600003,
  CreateSessions1795305600004,
  CreateRememberedBrowsers1795305600005,
  CreateApiTokens1795305600006,
  CreateSubmissions1795305600007,
  CreateJobs1795651100000,
  AddEmailConfirmedAtToUsers1795651200010,
  CreateEmailChanges1795651200011,
  AddUseToSessions1795651200030,
  AddUserAgentToRememberedBrowsers1795651200031,
  AddScopeToApiTokens1795651200040,
  AddDeletesAtToUsers1795651200060,
  CreateSecondSteps1795651200070,
  CreateRecoveryCodes1795651200071,
  CreateTrustedDevices1795651200072,
  AddTimeZoneToUserSettings1795651200080,
  CreatePasskeys1795651200090,
  CreatePasskeyChallenges1795651200091,
  CreateMessages1795700000000,
  AddTalkToPosts1795700000010,
  CreatePostLikes1795700000011,
  CreateBookmarks1795700000012,
  CreatePostTags1795700000013,
  CreatePostRevisions1795700000014,
  CreateRestrictions1795700000020,
  CreateNotifications1795700000030,
  CreateLiveValues1795700000031,
  AddNotificationsToUsers1795700000032,
  AddSuspendedAtToUsers1795700000040,
  CreateReports1795700000041,
  CreateAuditEntries1795700000042,
  CreateExports1795700000050,
  CreateSearchTerms1795700000060,
  CreateSearchPostings1795700000061,
  CreateSearchStates1795700000062,
  CreateIdempotencyKeys1795750000000,
  CreateTimelineLists1795800000000,
  CreateTimelineEntries1795800000001,
  AddPostBodyToReports1795900000000,
];
