import { type CanActivate, type ExecutionContext, Injectable, UnsupportedMediaTypeException } from '@nestjs/common';
import type { AppRequest } from '../common/app-request';
import { isApi } from '../common/mark-api.decorator';
import { Csrf } from './csrf';
import { takesForm } from './form-of.decorator';
import { CsrfRefused } from './web.errors';

const HARMLESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a change without a valid token. A handler with a form shows the fault beside the form; every other one is not entered. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly csrf: Csrf) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AppRequest>();
    if (HARMLESS.has(request.method) || isApi(context)) return true;
    // It has no token either, but that is not what is wrong with it.
    if (hasUnreadBody(request)) throw new UnsupportedMediaTypeException();
    const fault = this.csrf.check(request);
    if (fault && !takesForm(context.getHandler())) throw new CsrfRefused(fault);
    return true;
  }
}

/** A body of a kind that none of the parsers knows. */
const hasUnreadBody = ({ body, headers }: AppRequest): boolean =>
  body === undefined && (Number(headers['content-length']) > 0 || headers['transfer-encoding'] !== undefined);
