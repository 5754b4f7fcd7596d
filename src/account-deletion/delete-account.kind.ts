import { JobKind } from '../jobs/job-kind';

export const DELETE_ACCOUNT = new JobKind<Readonly<{ userId: number }>>('accountDeletion.delete');
