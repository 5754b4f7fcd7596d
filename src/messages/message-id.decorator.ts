import { idParam } from '../api/id-param';
import { MessageNotFound } from './messages.errors';

/** Which message a route `:id` is about. */
export const MessageId = idParam('a message', MessageNotFound);
