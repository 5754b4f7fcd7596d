import { idParam } from '../../api/id-param';
import { TokenNotFound } from './named-tokens.errors';

/** Which token a route `:id` is about. */
export const TokenId = idParam('a token', TokenNotFound);
