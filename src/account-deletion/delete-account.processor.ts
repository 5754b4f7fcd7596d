import { type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { AccountDeletionService } from './account-deletion.service';
import { DELETE_ACCOUNT } from './delete-account.kind';

/** Deletes an account whose time has come. */
@Processes(DELETE_ACCOUNT)
export class DeleteAccountProcessor implements JobProcessor<typeof DELETE_ACCOUNT.data> {
  constructor(private readonly deletions: AccountDeletionService) {}

  process({ userId }: typeof DELETE_ACCOUNT.data, { signal }: JobRun): Promise<void> {
    return this.deletions.carryOut(userId, signal);
  }
}
