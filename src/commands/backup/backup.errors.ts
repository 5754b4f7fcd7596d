import { CommandFailed } from '../command.errors';

/** The file is no backup, or not all of it, or not what it was. */
export class BrokenBackup extends CommandFailed {}
