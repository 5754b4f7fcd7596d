import { idParam } from '../api/id-param';
import { ReportNotFound } from './moderation.errors';

/** Which report a route `:id` is about. */
export const ReportId = idParam('a report', ReportNotFound);
