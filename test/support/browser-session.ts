import type { IncomingHttpHeaders } from 'node:http';
import { type CheerioAPI, load } from 'cheerio';
import { agent, type Response } from 'supertest';

type Agent = ReturnType<typeof agent>;
type Cookie = NonNullable<ReturnType<Agent['jar']['getCookie']>>;

/** What a page answered: the way a person's browser sees it, before any redirect is followed. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly body: string;
  /** Where it redirects to. */
  readonly location: string | undefined;
  /** The page, to be asked with CSS selectors. */
  readonly $: CheerioAPI;
}

/** A field is text, or true or false for a checkbox. */
export type Fields = Readonly<Record<string, string | boolean>>;

/** A form of a page, filled in and not yet sent. */
export interface FilledForm {
  readonly method: 'get' | 'post';
  /** Where it goes to. */
  readonly path: string;
  readonly values: URLSearchParams;
  /** What the browser will say of where the form stands. */
  readonly origin: string;
}

type Headers = Readonly<Record<string, string>>;

interface SessionOptions {
  readonly acceptLanguage?: string;
  /** What it sends as `Origin`, when the program is known by another address than its own. */
  readonly origin?: string;
}

/** A browser without scripts: it keeps cookies and fills in the forms that pages really have. It follows redirects only when told to. */
export class BrowserSession {
  acceptLanguage: string;
  private readonly origin: string;
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    { acceptLanguage = 'en', origin = new URL(url).origin }: SessionOptions = {},
  ) {
    this.acceptLanguage = acceptLanguage;
    this.origin = origin;
    this.agent = agent(url);
  }

  async get(path: string, headers: Headers = {}): Promise<PageAnswer> {
    return answer(await this.agent.get(path).set(this.headers()).set(headers));
  }

  /**
   * Loads a page, fills in one of its forms and sends it, hidden fields included.
   *
   * @param form the form's action (`/follow/john`), that of a button which has its own, or a CSS selector of the form
   * @throws Error when the page has no such form, or the form no such field
   */
  async submit(page: string, form: string, fields: Fields = {}): Promise<PageAnswer> {
    return this.send(await this.fill(page, form, fields));
  }

  /** The first half of `submit`: the page stays open, and the form can be sent later, or twice. */
  async fill(page: string, form: string, fields: Fields = {}): Promise<FilledForm> {
    const { status, headers, $ } = await this.get(page);
    const isPath = form.startsWith('/');
    const button = $(isPath ? `button[formaction="${form}"]` : []).first();
    const element = button.is('button') ? $(`form#${button.attr('form')}`) : $(isPath ? `form[action="${form}"]` : form).first();
    if (!element.is('form')) throw new Error(`${page} answered ${status} and has no form ${form}`);
    const target = new URL(button.attr('formaction') ?? element.attr('action') ?? '', new URL(page, this.url));
    const method = element.attr('method')?.toLowerCase() === 'post' ? 'post' : 'get';
    // A browser that must not name the page does not name its site either, when the form is sent (Fetch, 3.2).
    const origin = headers['referrer-policy'] === 'no-referrer' ? 'null' : this.origin;
    return { method, path: target.pathname + target.search, values: filledIn($, element, fields), origin };
  }

  async send({ method, path, values, origin }: FilledForm): Promise<PageAnswer> {
    return method === 'post'
      ? this.post(path, values, { Origin: origin })
      : this.get(`${path.split('?')[0]}?${values.toString()}`);
  }

  /** Sends fields that no page asked for: without CSRF field, unless given. Text is sent as it is. */
  async post(
    path: string,
    fields: URLSearchParams | Record<string, string> | string = {},
    headers: Headers = {},
  ): Promise<PageAnswer> {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    const request = this.agent.post(path).set(this.headers()).set('Origin', this.origin).type('form').set(headers);
    return answer(await request.send(body));
  }

  /** Goes where an answer redirects to. */
  async follow({ status, location }: PageAnswer): Promise<PageAnswer> {
    if (location === undefined) throw new Error(`An answer with status ${status} leads nowhere`);
    const { pathname, search } = new URL(location, this.url);
    return this.get(pathname + search);
  }

  cookie(name: string): string | undefined {
    return this.cookies().find((cookie) => cookie.name === name)?.value;
  }

  /** A cookie that a script of a page sets. */
  remember(name: string, value: string): void {
    this.agent.jar.setCookie(`${name}=${value}; Path=/`, new URL(this.url).hostname);
  }

  /** Another browser with the same cookies, as a thief has them. */
  copy(): BrowserSession {
    return this.reopened(() => true);
  }

  /** The browser closed and opened again: only cookies with a date of expiry are left. */
  restarted(): BrowserSession {
    return this.reopened(({ expiration_date }) => Number.isFinite(expiration_date));
  }

  private reopened(keeps: (cookie: Cookie) => boolean): BrowserSession {
    const next = new BrowserSession(this.url, { acceptLanguage: this.acceptLanguage, origin: this.origin });
    for (const cookie of this.cookies().filter(keeps)) next.agent.jar.setCookie(cookie.toString());
    return next;
  }

  private cookies(): readonly Cookie[] {
    return this.agent.jar.getCookies({ domain: new URL(this.url).hostname, path: '/', secure: true, script: false });
  }

  private headers(): Record<string, string> {
    return { Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'Accept-Language': this.acceptLanguage };
  }
}

function filledIn($: CheerioAPI, form: ReturnType<CheerioAPI>, fields: Fields): URLSearchParams {
  const values = new URLSearchParams();
  for (const { name, value } of form.serializeArray()) values.append(name, value);
  for (const [name, value] of Object.entries(fields)) {
    const control = form.find('input, textarea, select, button').filter((_, element) => $(element).attr('name') === name);
    if (control.length === 0) throw new Error(`The form ${form.attr('action')} has no field ${name}`);
    if (value === false) values.delete(name);
    else values.set(name, value === true ? (control.attr('value') ?? 'on') : value);
  }
  return values;
}

function answer(response: Response): PageAnswer {
  const headers = response.headers as IncomingHttpHeaders;
  let page: CheerioAPI | undefined;
  return {
    status: response.status,
    headers,
    body: response.text ?? '',
    location: headers.location,
    get $() {
      return (page ??= load(response.text ?? ''));
    },
  };
}
