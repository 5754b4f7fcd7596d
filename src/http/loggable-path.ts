/** The path of a request as the log may have it: a long word in it may be a token, with which whoever reads the log could do something. */
export const loggablePath = (path: string): string => path.replace(/[\w.-]{40,}/g, '…');
