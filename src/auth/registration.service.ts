import { Injectable } from '@nestjs/common';
import type { User } from '../users/user.entity';
import { type NewAccount, UsersService } from '../users/users.service';
import { EmailQuestions } from './email/email-questions.service';

/** Joining: an account, and the question whether its address is right. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly users: UsersService,
    private readonly emails: EmailQuestions,
  ) {}

  /** @throws RegistrationClosed, UsernameTaken, EmailTaken */
  join({ username, email, password }: NewAccount, locale: string): Promise<User> {
    return this.users.register({ username, email, password }, (user) => this.emails.ask(user, locale));
  }
}
