/** Who is looking: the signed-in person as every page and policy needs them. Filled by the guards in `auth`. */
export interface Viewer {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  /** Chosen in the settings; null follows the browser. */
  readonly locale: string | null;
  /** `auto`, `light` or `dark`; null when nothing was chosen. */
  readonly theme: string | null;
  /** `user`, `moderator` or `admin`. */
  readonly role: string;
}
