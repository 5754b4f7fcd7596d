import { InvalidInput, readInput } from '../common/input';

/** The values of a form class, by the same rules as on the page. @throws InvalidInput */
export async function valid<T extends object>(type: new () => T, values: { [K in keyof T]: unknown }): Promise<T> {
  const { value, errors } = await readInput(type, values);
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  return value;
}
