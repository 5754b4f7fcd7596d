/** Below `/api` programs are spoken to. */
export const isApiPath = (path: string): boolean => /^\/api(\/|$)/i.test(path);
