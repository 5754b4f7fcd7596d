import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { isApi } from '../common/mark-api.decorator';
import { isPublic } from '../common/public.decorator';
import { TokenRequired } from './auth.errors';

/** Who is calling the API: by a bearer token, which every route wants unless it is `@Public()`. */
@Injectable()
export class TokenGuard extends AuthGuard('token') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    return !isApi(context) || isPublic(context) || ((await super.canActivate(context)) as boolean);
  }

  override handleRequest<T>(error: unknown, viewer: T | false): T {
    if (error) throw error as Error;
    if (!viewer) throw new TokenRequired();
    return viewer;
  }
}
