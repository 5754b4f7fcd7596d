import { Injectable } from '@nestjs/common';
import { AccountService, type Proof } from '../account/account.service';
import { ApiTokensService, type NewToken } from '../api-tokens.service';

/** Tokens that somebody makes for a program of theirs, instead of giving it the password. */
@Injectable()
export class NamedTokensService {
  constructor(
    private readonly account: AccountService,
    private readonly tokens: ApiTokensService,
  ) {}

  /** @returns the token, which nobody can see again @throws WrongPassword, TooManyRequests */
  async create(proof: Proof, token: NewToken): Promise<string> {
    return this.tokens.create(await this.account.verify(proof), token);
  }
}
