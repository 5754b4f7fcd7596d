import { Injectable } from '@nestjs/common';
import { addressKey } from '../throttling/address-key';
import { Throttles } from '../throttling/throttles.service';
import type { User } from '../users/user.entity';
import { type NewAccount, UsersService } from '../users/users.service';
import { EmailQuestions } from './email/email-questions.service';
import type { Origin } from './origin';

/** Joining: an account, and the question whether its address is right. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly users: UsersService,
    private readonly emails: EmailQuestions,
    private readonly throttles: Throttles,
  ) {}

  /** @throws TooManyRequests, RegistrationClosed, InvalidInput for what is taken */
  async join({ username, email, password }: NewAccount, { ip, locale }: Origin): Promise<User> {
    await this.throttles.take('registrations', addressKey(ip));
    return this.users.register({ username, email, password }, (user) => this.emails.ask(user, locale));
  }
}
