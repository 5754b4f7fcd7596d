import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { InvalidCredentials } from './auth.errors';
import { readBasicCredentials } from './basic-credentials';
import type { User } from '../users/user.entity';
import { CredentialsService } from './credentials.service';
import { SecondStepService } from './two-step/second-step.service';
import { SecondStepRequired, WrongCode } from './two-step/two-step.errors';

export const CODE_HEADER = 'X-OTP';

const CHALLENGE = 'Basic realm="Authentication Required"';

/** A request that came with a name and a password. */
export interface BasicRequest extends AppRequest {
  /** Whose they are. */
  account: User;
}

/** Who wants a token: by name and password. */
@Injectable()
export class BasicGuard implements CanActivate {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly secondStep: SecondStepService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<BasicRequest>();
    try {
      const { username, password } = readBasicCredentials(request.headers.authorization);
      const user = await this.credentials.verify(username, password, request.ip);
      if (await this.secondStep.isOn(user.id)) await this.checkCode(user, request);
      request.account = user;
      return true;
    } catch (error) {
      if (error instanceof InvalidCredentials || error instanceof SecondStepRequired)
        challenge(context.switchToHttp().getResponse());
      throw error;
    }
  }

  /** @throws SecondStepRequired without a code, or with a wrong one */
  private async checkCode(user: User, request: BasicRequest): Promise<void> {
    const code = request.get(CODE_HEADER);
    if (code === undefined) throw new SecondStepRequired();
    try {
      await this.secondStep.check(user, code);
    } catch (error) {
      throw error instanceof WrongCode ? new SecondStepRequired() : error;
    }
  }
}

const challenge = (response: Response): void => void response.setHeader('WWW-Authenticate', CHALLENGE);
