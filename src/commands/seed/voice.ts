import type { Faker } from '@faker-js/faker';

/** How people who write one language sound. */
export interface Voice {
  readonly language: string;
  /** What a post says. */
  readonly sayings: readonly ((fake: Faker) => string)[];
  /** What some people add. */
  readonly endings: readonly string[];
  /** What they tell about themselves. */
  readonly bio: (fake: Faker) => string;
}
