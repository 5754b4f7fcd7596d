import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { ProblemDetails } from '../api/problem-details';
import type { AppRequest } from '../common/app-request';
import { PageView } from '../web/answers';

/** Tells programs that fill in the forms of pages what is wrong with them, as JSON: people get the page again. */
@Injectable()
export class RefusedForms {
  constructor(private readonly problems: ProblemDetails) {}

  /** @returns the body, its status and headers set; undefined for whatever is no refused form, or is for somebody who takes a page */
  bodyOf(answer: unknown, response: Response): Buffer | undefined {
    if (!(answer instanceof PageView) || !answer.refusedForm) return undefined;
    const request = response.req as AppRequest;
    if (!prefersJson(request)) return undefined;
    const { fields, form } = answer.refusedForm.errors;
    const problem = { status: answer.status, message: form[0] ?? null, fields };
    if (answer.retryAfterSeconds !== undefined) response.setHeader('Retry-After', answer.retryAfterSeconds);
    response.status(answer.status).setHeader('Cache-Control', 'no-store');
    return Buffer.from(this.problems.bodyOf(problem, request, response));
  }
}

/** Unlike for other errors, who takes anything gets the page: it is what a form is answered with. */
const prefersJson = (request: AppRequest): boolean =>
  request.accepts(['html', 'application/json', 'application/problem+json']) !== 'html';
