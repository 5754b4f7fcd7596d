import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { isApi } from '../common/interface-kind';
import { IS_PUBLIC } from '../common/public.decorator';
import { TokenRequired } from './auth.errors';

/** Who is calling the API: by a bearer token, which every route wants unless it is `@Public()`. */
@Injectable()
export class TokenGuard extends AuthGuard('token') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!isApi(context)) return true;
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T>(error: unknown, viewer: T | false): T {
    if (error) throw error as Error;
    if (!viewer) throw new TokenRequired();
    return viewer;
  }
}
