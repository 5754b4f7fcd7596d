import { idParam } from '../../api/id-param';
import { PasskeyNotFound } from './passkeys.errors';

/** Which passkey a route `:id` is about. */
export const PasskeyId = idParam('a passkey', PasskeyNotFound);
