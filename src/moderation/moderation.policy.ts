import type { Viewer } from '../common/viewer';

type Ranked = Pick<Viewer, 'role'>;

/** Those who look after the place. */
export const canModerate = ({ role }: Ranked): boolean => role === 'moderator' || role === 'admin';

/** Nobody suspends their like: a moderator only who has no office, an admin also moderators. */
export const canSuspend = (viewer: Ranked, person: Ranked): boolean =>
  viewer.role === 'admin' ? person.role !== 'admin' : viewer.role === 'moderator' && person.role === 'user';
