/** What concerns open pages, wherever they are connected: something of one person's, a post of somebody they may follow, or the end of what let somebody in. */
export type LiveCall = { readonly userId: number } | { readonly authorId: number } | { readonly leaverId: number };

/** Carries calls to all web processes of the site. It may lose some: every process also looks for itself from time to time. */
export abstract class LiveChannel {
  abstract send(call: LiveCall): void;

  /** Hears every call, those of this process too. */
  abstract listen(listener: (call: LiveCall) => void): void;
}
