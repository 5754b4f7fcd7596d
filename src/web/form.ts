import { DomainError, type ErrorKind } from '../common/domain-error';
import { type FieldErrors, type Input, InvalidInput } from '../common/input';
import type { Message } from '../common/message';

/** Those after which somebody goes on with what was typed. A wrong password is something typed as well. */
const SHOWN_BESIDE_IT: ReadonlySet<ErrorKind> = new Set<ErrorKind>(['invalid', 'conflict', 'unauthenticated', 'throttled']);

/**
 * A form as it was sent, or as it is first shown. It knows values and errors; `form.presenter.ts` draws it.
 *
 * ```ts
 * if (!(await form.accepts((dto) => this.posts.publish(me, dto)))) return this.homePage(form);
 * return redirect('timeline.home', {}, success('posts.flash.published'));
 * ```
 */
export class Form<T extends object> {
  private readonly fieldErrors: Record<string, readonly Message[]>;
  private readonly formErrors: Message[] = [];

  private constructor(
    readonly type: new () => T,
    private readonly input: Input<T>,
    private readonly isSent: boolean,
    csrfFault?: Message,
  ) {
    this.fieldErrors = { ...input.errors };
    this.csrfRefused = csrfFault !== undefined;
    if (csrfFault) this.formErrors.push(csrfFault);
  }

  private readonly csrfRefused: boolean;
  private retryAfter?: number;

  /** A form to fill in. */
  static blank<T extends object>(type: new () => T, values: Partial<T> = {}): Form<T> {
    return new Form(type, { value: Object.assign(new type(), values), errors: {} }, false);
  }

  /** A form that came in. */
  static sent<T extends object>(type: new () => T, input: Input<T>, csrfFault?: Message): Form<T> {
    return new Form(type, input, true, csrfFault);
  }

  get valid(): boolean {
    return this.formErrors.length === 0 && Object.keys(this.fieldErrors).length === 0;
  }

  /** Status of a page that shows this form again; undefined while nothing is wrong. */
  get refusal(): 403 | 422 | 429 | undefined {
    if (!this.isSent || this.valid) return undefined;
    if (this.retryAfter !== undefined) return 429;
    return this.csrfRefused ? 403 : 422;
  }

  /** How long to wait before it is sent again; undefined where that is nothing to wait for. */
  get retryAfterSeconds(): number | undefined {
    return this.retryAfter;
  }

  /** What was typed, right or wrong: only for showing it again. */
  get typed(): Partial<T> {
    return this.input.value;
  }

  get errors(): { fields: FieldErrors; form: readonly Message[] } {
    return { fields: this.fieldErrors, form: this.formErrors };
  }

  /**
   * Does the work if the form is right.
   *
   * @returns false when the form, or a rule that only the work could check, refused it: show the page again
   * @throws whatever the work throws that leaves nothing to go on with
   */
  async accepts(work: (value: T) => Promise<unknown>): Promise<boolean> {
    if (!this.valid) return false;
    try {
      await work(this.input.value);
      return true;
    } catch (error) {
      if (error instanceof InvalidInput) return this.refuseFields(error.fields);
      if (!(error instanceof DomainError) || !SHOWN_BESIDE_IT.has(error.kind)) throw error;
      this.retryAfter = error.retryAfterSeconds;
      this.refuse({ key: `errors.${error.code}`, args: error.args }, error.field);
      return false;
    }
  }

  private refuseFields(fields: FieldErrors): false {
    for (const [field, messages] of Object.entries(fields)) for (const message of messages) this.refuse(message, field);
    return false;
  }

  private refuse(message: Message, field?: string): void {
    if (field === undefined) this.formErrors.push(message);
    else this.fieldErrors[field] = [...(this.fieldErrors[field] ?? []), message];
  }
}
