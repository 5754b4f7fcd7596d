import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { InvalidCredentials } from './auth.errors';
import { readBasicCredentials } from './basic-credentials';
import { CredentialsService } from './credentials.service';

const CHALLENGE = 'Basic realm="Authentication Required"';

/** A request that came with a name and a password. */
export interface BasicRequest extends AppRequest {
  /** Whose they are. */
  accountId: number;
}

/** Who wants a token: by name and password. */
@Injectable()
export class BasicGuard implements CanActivate {
  constructor(private readonly credentials: CredentialsService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<BasicRequest>();
    try {
      const { username, password } = readBasicCredentials(request.headers.authorization);
      request.accountId = (await this.credentials.verify(username, password, request.ip)).id;
      return true;
    } catch (error) {
      if (error instanceof InvalidCredentials) challenge(context.switchToHttp().getResponse());
      throw error;
    }
  }
}

const challenge = (response: Response): void => void response.setHeader('WWW-Authenticate', CHALLENGE);
