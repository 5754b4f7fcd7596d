/** Ends a command with exit code 1. The message is for the operator. */
export class CommandFailed extends Error {}

/** The command was called in a way that makes no sense: exit code 2. */
export class WrongUse extends Error {}
