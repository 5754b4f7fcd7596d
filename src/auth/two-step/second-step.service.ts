import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import { SecurityConfig } from '../../config/security.config';
import { Transaction } from '../../database/transaction';
import { Throttles } from '../../throttling/throttles.service';
import type { User } from '../../users/user.entity';
import { UsersRepository } from '../../users/users.repository';
import { AccountService, type Proof } from '../account/account.service';
import { hashOf } from '../secrets';
import { newRecoveryCodes, plainCode } from './recovery-codes';
import { seal, unseal } from './sealed-text';
import { SecondStepsRepository } from './second-steps.repository';
import { TrustedDevicesRepository } from './trusted-devices.repository';
import { newSecret, uriOf, windowOf } from './totp';
import { SecondStepNotBegun, SecondStepOff, WrongCode } from './two-step.errors';

const ISSUER = 'Microblog';

type Account = Pick<User, 'id' | 'username'>;

/** The second step of a sign-in: turning it on and off, and checking its codes. */
@Injectable()
export class SecondStepService {
  private readonly key: Buffer;

  constructor(
    private readonly account: AccountService,
    private readonly steps: SecondStepsRepository,
    private readonly users: UsersRepository,
    private readonly devices: TrustedDevicesRepository,
    private readonly throttles: Throttles,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    security: SecurityConfig,
  ) {
    this.key = security.bytesFor('second-step');
  }

  async isOn(userId: number): Promise<boolean> {
    const step = await this.steps.find(userId);
    return step !== null && step.confirmedAt !== null;
  }

  /** Draws a secret. Nobody is asked for a code before the owner has shown one. @throws WrongPassword, TooManyRequests */
  async begin(proof: Proof): Promise<void> {
    const { id: userId } = await this.account.verify(proof);
    await this.transaction.run(async () => {
      await this.users.lock(userId);
      if (await this.isOn(userId)) return;
      await this.steps.save({ userId, secret: seal(newSecret(), this.key), lastWindow: 0, confirmedAt: null });
    });
  }

  /** What an app must be told, while the step is being turned on; null when it is not. */
  async setupOf({ id, username }: Account): Promise<{ readonly secret: string; readonly uri: string } | null> {
    const step = await this.steps.find(id);
    if (!step || step.confirmedAt) return null;
    const secret = unseal(step.secret, this.key);
    return { secret, uri: uriOf(secret, ISSUER, username) };
  }

  /** Turns the step on. @returns recovery codes, which nobody can see again @throws SecondStepNotBegun, WrongCode, TooManyRequests */
  async confirm(account: Account, code: string): Promise<string[]> {
    await this.count(account);
    const codes = await this.transaction.run(async () => {
      // Neither another secret nor another confirmation comes between: its codes would be the ones that count.
      await this.users.lock(account.id);
      if (!(await this.setupOf(account))) throw new SecondStepNotBegun();
      if (!(await this.isRightNow(account.id, plainCode(code)))) throw new WrongCode();
      await this.steps.confirm(account.id, this.clock.now());
      return this.drawCodes(account.id);
    });
    await this.countAnew(account);
    return codes;
  }

  /** @param code of the app, or a recovery code @throws WrongCode, TooManyRequests */
  async check(account: Account, code: string): Promise<void> {
    await this.count(account);
    const plain = plainCode(code);
    const isRight = (await this.isRightNow(account.id, plain)) || (await this.steps.useCode(account.id, hashOf(plain)));
    if (!isRight) throw new WrongCode();
    await this.countAnew(account);
  }

  /** The codes given before count no more. @throws WrongPassword, TooManyRequests, SecondStepOff */
  async renewCodes(proof: Proof): Promise<string[]> {
    const { id: userId } = await this.account.verify(proof);
    return this.transaction.run(async () => {
      await this.users.lock(userId);
      if (!(await this.isOn(userId))) throw new SecondStepOff();
      return this.drawCodes(userId);
    });
  }

  codesLeft(userId: number): Promise<number> {
    return this.steps.countCodes(userId);
  }

  /** @throws WrongPassword, TooManyRequests */
  async turnOff(proof: Proof): Promise<void> {
    const { id: userId } = await this.account.verify(proof);
    await this.transaction.run(async () => {
      await this.users.lock(userId);
      await this.steps.delete(userId);
      await this.devices.deleteAllOf(userId);
    });
  }

  /** Apart from passwords: who has the right one must not begin anew with the codes at each sign-in. */
  private async count({ id }: Pick<Account, 'id'>): Promise<void> {
    await this.throttles.take('codesAtAccount', String(id));
  }

  private async countAnew({ id }: Pick<Account, 'id'>): Promise<void> {
    await this.throttles.forget('codesAtAccount', String(id));
  }

  private async drawCodes(userId: number): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.steps.replaceCodes(
      userId,
      codes.map((code) => hashOf(plainCode(code))),
    );
    return codes;
  }

  private async isRightNow(userId: number, code: string): Promise<boolean> {
    const step = await this.steps.find(userId);
    const window = step && windowOf(code, unseal(step.secret, this.key), this.clock.now());
    return window !== null && this.steps.use(userId, window);
  }
}
