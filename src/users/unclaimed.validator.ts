import { Injectable } from '@nestjs/common';
import { Validate, type ValidationArguments, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { askerOf } from '../common/input';
import { packMessage } from '../common/message';
import { UsersRepository } from './users.repository';

type Claim = 'username' | 'email';

/**
 * Nobody else has this name or address. A courtesy that lets a form show both clashes at once; what decides, also between two people
 * who ask in the same instant, is the unique index.
 */
export const IsUnclaimed = (claim: Claim): PropertyDecorator => Validate(UnclaimedConstraint, [claim]);

@Injectable()
@ValidatorConstraint({ name: 'unclaimed', async: true })
export class UnclaimedConstraint implements ValidatorConstraintInterface {
  constructor(private readonly users: UsersRepository) {}

  async validate(value: unknown, args: ValidationArguments): Promise<boolean> {
    if (typeof value !== 'string' || value === '') return true;
    const owner = claimOf(args) === 'username' ? await this.users.findByUsername(value) : await this.users.findByEmail(value);
    return owner === null || owner.id === askerOf(args.object)?.id;
  }

  defaultMessage(args: ValidationArguments): string {
    return packMessage(claimOf(args) === 'username' ? 'errors.users.usernameTaken' : 'errors.users.emailTaken');
  }
}

const claimOf = ({ constraints }: ValidationArguments): Claim => (constraints as [Claim])[0];
