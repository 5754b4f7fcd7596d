import type { Message } from '../common/message';
import type { TextKey } from '../common/text-key';
import type { UrlArgs } from '../routing/url-for';
import type { Form } from './form';

/** What a page controller returns; `answer-writer.ts` turns it into HTML or into a redirect. */

export type Locals = Readonly<Record<string, unknown>>;

export class PageView {
  constructor(
    readonly template: string,
    readonly locals: Locals,
    private readonly ownStatus?: number,
  ) {}

  /** 422 for a page with a refused form, 403 when its CSRF token was refused, 429 when it came too often, else 200. */
  get status(): number {
    return this.ownStatus ?? this.refusedForm?.refusal ?? 200;
  }

  /** For 429. */
  get retryAfterSeconds(): number | undefined {
    return this.refusedForm?.retryAfterSeconds;
  }

  /** The form that was sent and is shown again with what is wrong with it. */
  get refusedForm(): Form<object> | undefined {
    const forms = Object.values(this.locals).filter(
      (value): value is Form<object> => value instanceof Object && 'refusal' in value,
    );
    return forms.find((form) => form.refusal !== undefined);
  }
}

export type FlashLevel = 'success' | 'info' | 'danger';

export interface Flash extends Message {
  readonly level: FlashLevel;
  /** Where to go from here, behind the words. */
  readonly link?: FlashLink;
  /** What is said beneath, on its own. */
  readonly also?: Message;
}

export interface FlashLink {
  readonly key: TextKey;
  readonly route: string;
  readonly args?: UrlArgs;
}

/** Where a button was pressed: the path of its page, as that page said. */
export interface Place {
  readonly next?: unknown;
}

export class RedirectTo {
  constructor(
    readonly location: { readonly route: string; readonly args: UrlArgs } | { readonly path: string },
    readonly flash?: Flash,
    /** Counts instead of the location, when it is one of this site. */
    readonly place?: Place,
  ) {}
}

/** Answers with a template of `views/`. @param status for a page that refuses what was asked without having a form */
export const page = (template: string, locals: Locals = {}, status?: number): PageView => new PageView(template, locals, status);

/** Answers 303 to a route by its name: after a form, so that reloading repeats nothing (Post/Redirect/Get). */
export const redirect = (route: string, args: UrlArgs = {}, flash?: Flash): RedirectTo => new RedirectTo({ route, args }, flash);

/** Answers 303 to where a button was pressed; to where it leads otherwise, when that was not said, or is no place of this site. */
export const redirectBack = (place: Place | undefined, { location, flash }: RedirectTo): RedirectTo =>
  new RedirectTo(location, flash, place);

/** Answers 303 to a path of this site that was checked before. */
export const redirectToPath = (path: string, flash?: Flash): RedirectTo => new RedirectTo({ path }, flash);

export const success = (key: TextKey, args?: Flash['args'], link?: FlashLink): Flash => ({ level: 'success', key, args, link });
export const notice = (key: TextKey, args?: Flash['args']): Flash => ({ level: 'info', key, args });
export const warning = (key: TextKey, args?: Flash['args'], link?: FlashLink): Flash => ({ level: 'danger', key, args, link });
