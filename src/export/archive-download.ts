import type { Response } from 'express';

/**
 * Sends an archive as a file to be kept. Only its owner gets it, so nothing on the way may keep it; parts of it may be asked for,
 * since it is long and lines are cut.
 *
 * @param path absolute
 * @throws NotFound when there is no such file
 */
export function sendArchive(response: Response, path: string, id: number): Promise<void> {
  const headers = { 'Content-Type': 'application/zip', 'Cache-Control': 'private, no-store' };
  return new Promise((resolve, reject) => {
    response.download(path, `microblog-${id}.zip`, { headers, cacheControl: false }, (error?: Error) => {
      // Whoever went away in the middle needs no answer.
      if (!error || response.headersSent) return resolve();
      // What is answered instead is no archive.
      for (const name of ['Content-Disposition', 'ETag', 'Last-Modified', 'Accept-Ranges']) response.removeHeader(name);
      reject(error);
    });
  });
}
