import type { Faker } from '@faker-js/faker';
import { codePoints } from '../../common/text';
import { ABOUT_ME_MAX } from '../../users/dto/account-fields.dto';
import { english } from './english';
import { spanish } from './spanish';
import type { Voice } from './voice';

export interface ImaginedPerson {
  readonly username: string;
  readonly email: string;
  readonly aboutMe: string;
  readonly voice: Voice;
}

export interface ImaginedPost {
  readonly body: string;
  readonly language: string;
}

const SPANISH_SHARE = 0.4;
const ENDING_SHARE = 0.3;

/** Makes up people and what they say. The same seed makes up the same, in the same order of questions. */
export class Imagination {
  private constructor(private readonly fakers: ReadonlyMap<Voice, Faker>) {}

  /** Loads the words on demand: no other command has a use for them. */
  static async from(seed: number): Promise<Imagination> {
    const [en, es] = await Promise.all([import('@faker-js/faker/locale/en'), import('@faker-js/faker/locale/es')]);
    for (const { faker } of [en, es]) faker.seed(seed);
    return new Imagination(
      new Map([
        [english, en.faker],
        [spanish, es.faker],
      ]),
    );
  }

  /** From 0 to below 1. */
  readonly chance = (): number => this.fakerOf(english).number.float();

  shuffled<T>(items: readonly T[]): T[] {
    return this.fakerOf(english).helpers.shuffle(items);
  }

  /** @param taken names and addresses that nobody else may have; those of this person are added */
  person(taken: Set<string>): ImaginedPerson {
    const voice = this.chance() < SPANISH_SHARE ? spanish : english;
    const fake = this.fakerOf(voice);
    const first = ascii(fake.person.firstName());
    const last = ascii(fake.person.lastName());
    const base = fake.helpers.arrayElement([
      `${first}.${last}`,
      `${first}_${last}`,
      `${first}${last.charAt(0)}`,
      `${first.charAt(0)}${last}`,
    ]);
    const username = firstFree(base, taken);
    const email = emailOf(username);
    taken.add(username).add(email);
    return { username, email, aboutMe: shortened(voice.bio(fake), ABOUT_ME_MAX), voice };
  }

  /** @param maxLength code points */
  post({ voice }: ImaginedPerson, maxLength: number): ImaginedPost {
    const fake = this.fakerOf(voice);
    const saying = fake.helpers.arrayElement(voice.sayings)(fake);
    const ending = fake.number.float() < ENDING_SHARE ? ` ${fake.helpers.arrayElement(voice.endings)}` : '';
    const whole = saying + ending;
    return { body: codePoints(whole) <= maxLength ? whole : shortened(saying, maxLength), language: voice.language };
  }

  private fakerOf(voice: Voice): Faker {
    const faker = this.fakers.get(voice);
    if (!faker) throw new Error(`Nobody taught the imagination ${voice.language}`);
    return faker;
  }
}

/** The letters of a name that may stand in a user name: `Íñigo` is `inigo`. */
const ascii = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

// RFC 2606: mail to it reaches nobody.
const emailOf = (username: string): string => `${username}@example.com`;

function firstFree(base: string, taken: ReadonlySet<string>): string {
  const isTaken = (name: string): boolean => taken.has(name) || taken.has(emailOf(name));
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}${number}`;
  return name;
}

function shortened(text: string, maxLength: number): string {
  if (codePoints(text) <= maxLength) return text;
  return `${[...text]
    .slice(0, maxLength - 1)
    .join('')
    .trimEnd()}…`;
}
