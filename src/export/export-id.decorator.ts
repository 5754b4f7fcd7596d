import { idParam } from '../api/id-param';
import { ExportNotFound } from './export.errors';

/** Which export a route `:id` is about. */
export const ExportId = idParam('an export', ExportNotFound);
