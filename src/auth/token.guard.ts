import { applyDecorators, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ApiExtension } from '@nestjs/swagger';
import { HARMLESS } from '../api/api-conventions';
import { isApi } from '../common/mark-api.decorator';
import { isPublic } from '../common/public.decorator';
import { ReadOnlyToken, TokenRequired } from './auth.errors';
import type { TokenRequest } from './token.strategy';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const IS_HARMLESS = 'microblog:harmless';

/** Opens a route that changes something to tokens that may only read. */
export const ForReadOnlyTokens = (): MethodDecorator =>
  applyDecorators(SetMetadata(IS_HARMLESS, true), ApiExtension(HARMLESS, true));

const isHarmless = (context: ExecutionContext): boolean => Reflect.getMetadata(IS_HARMLESS, context.getHandler()) === true;

/** Who is calling the API: by a bearer token, which every route wants unless it is `@Public()`. */
@Injectable()
export class TokenGuard extends AuthGuard('token') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!isApi(context) || isPublic(context)) return true;
    await super.canActivate(context);
    const { tokenScope, method } = context.switchToHttp().getRequest<TokenRequest>();
    if (tokenScope === 'read' && !READING.has(method) && !isHarmless(context)) throw new ReadOnlyToken();
    return true;
  }

  override handleRequest<T>(error: unknown, viewer: T | false): T {
    if (error) throw error as Error;
    if (!viewer) throw new TokenRequired();
    return viewer;
  }
}
