/** Where somebody asks from who is not signed in, and in which language they read the site. */
export interface Origin {
  readonly ip: string | undefined;
  readonly locale: string;
}
