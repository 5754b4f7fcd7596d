import { idParam } from '../api/id-param';
import { PostNotFound } from './posts.errors';

/** Which post a route `:id` is about. */
export const PostId = idParam('a post', PostNotFound);
