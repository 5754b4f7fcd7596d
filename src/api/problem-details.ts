import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import type { FieldErrors } from '../common/input';
import { type Message, statusMessage } from '../common/message';
import { RequestLocale } from '../i18n/request-locale';
import { Translator } from '../i18n/translator';
import { PROBLEM_TYPE, type ProblemJson, type ViolationJson } from './problem-json';

/** An error as it is answered: what may be told, and nothing that may not. */
export interface Problem {
  readonly status: number;
  /** What to say beyond the name of the status; null when that says it all. */
  readonly message: Message | null;
  readonly fields: FieldErrors;
  /** The fields that must be there, when one of them is missing. */
  readonly required?: readonly string[];
}

/** Writes problem+json in the caller's language. */
@Injectable()
export class ProblemDetails {
  constructor(
    private readonly locales: RequestLocale,
    private readonly translator: Translator,
  ) {}

  send(problem: Problem, request: AppRequest, response: Response): void {
    response.send(this.bodyOf(problem, request, response));
  }

  /** The same for whoever sends it. Sets the headers that go with it. */
  bodyOf(problem: Problem, request: AppRequest, response: Response): string {
    const { status, fields } = problem;
    const locale = this.locales.of(request);
    const title = this.translator.message(locale, statusMessage(status, 'title'));
    const detail = this.detailOf(locale, problem);
    const errors = this.texts(locale, fields);
    const body: ProblemJson = {
      type: 'about:blank',
      title,
      status,
      detail,
      instance: request.originalUrl,
      error: title,
      message: detail,
      ...(Object.keys(errors).length > 0 ? { errors } : {}),
      // What is wrong with an address is nothing in a body.
      ...(Object.keys(errors).length > 0 && request.method !== 'GET' ? { violations: violationsOf(errors) } : {}),
    };
    if (status === 401 && !response.hasHeader('WWW-Authenticate')) {
      response.setHeader('WWW-Authenticate', 'Bearer realm="Authentication Required"');
    }
    response.setHeader('Content-Language', locale);
    response.vary('Accept-Language');
    response.setHeader('Content-Type', `${PROBLEM_TYPE}; charset=utf-8`);
    return JSON.stringify(body);
  }

  /** A missing field is told with all that must be there, in one sentence; else the first thing that is wrong. */
  private detailOf(locale: string, { status, message, fields, required = [] }: Problem): string {
    const faults = Object.values(fields).flat();
    if (required.length > 0 && faults.some(({ key }) => key === 'validation.required')) {
      return this.translator.t(locale, 'api.missingFields', { count: required.length, names: listOf(locale, required) });
    }
    return this.translator.message(locale, message ?? faults[0] ?? statusMessage(status, 'message'));
  }

  private texts(locale: string, fields: FieldErrors): Record<string, string[]> {
    return Object.fromEntries(
      Object.entries(fields).map(([name, messages]) => [
        name,
        messages.map((message) => this.translator.message(locale, message)),
      ]),
    );
  }
}

/** "username, email and password": British English, for the original's clients know the sentence without the last comma. */
const listOf = (locale: string, names: readonly string[]): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(names);

const violationsOf = (errors: Readonly<Record<string, string[]>>): ViolationJson[] =>
  Object.entries(errors).flatMap(([name, texts]) => texts.map((detail) => ({ pointer: `#/${name}`, detail })));
