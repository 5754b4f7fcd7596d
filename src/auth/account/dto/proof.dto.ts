import type { AppRequest } from '../../../common/app-request';
import type { Viewer } from '../../../common/viewer';
import type { PasswordAgainDto } from './account.dto';

/** Who wants a change, and the password once more: what must not be done without is asked of the service, not remembered by each of its callers. */
export interface Proof {
  readonly viewer: Viewer;
  readonly password: string;
  /** Where it was typed. */
  readonly ip: string | undefined;
}

/** Out of a form or a body that asks for the password once more. */
export const proofOf = (sent: PasswordAgainDto, viewer: Viewer, { ip }: Pick<AppRequest, 'ip'>): Proof => ({
  viewer,
  password: sent.current_password,
  ip,
});
