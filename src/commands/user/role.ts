import { type Role, ROLES } from '../../users/user.entity';
import { WrongUse } from '../command.errors';

/** Reads a role that somebody typed. @throws WrongUse */
export function roleNamed(text: string): Role {
  const role = ROLES.find((candidate) => candidate === text);
  if (role === undefined) throw new WrongUse(`The role must be one of ${ROLES.join(', ')}, not '${text}'`);
  return role;
}
