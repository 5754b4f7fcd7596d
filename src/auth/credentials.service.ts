import { Injectable } from '@nestjs/common';
import { PasswordsService } from '../users/passwords.service';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { InvalidCredentials } from './auth.errors';

/** Checks a name and a password, for the sign-in page and for the API alike. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: PasswordsService,
  ) {}

  /** @throws InvalidCredentials after the same time, whichever of the two is wrong */
  async verify(username: string, password: string): Promise<User> {
    const user = await this.users.findByUsername(username);
    if (!(await this.passwords.matches(password, user?.passwordHash)) || !user) throw new InvalidCredentials();
    return user;
  }
}
