import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';

/** Snowball stemmers of the languages in which words change their endings, of those that this program speaks. */
const STEMMERS = [english, spanish, german, french, portuguese, arabic];

/** A shorter stem is shared by words that have nothing to do with each other. */
const LEAST_STEM = 3;

/** One word, to be compared with many. */
export class Forms {
  private readonly stems: readonly string[];

  constructor(private readonly word: string) {
    this.stems = STEMMERS.map((stem) => stem(word));
  }

  /** Whether both are forms of one word, in any of the languages. */
  include(other: string): boolean {
    if (other === this.word) return true;
    return STEMMERS.some((stem, n) => (this.stems[n] ?? '').length >= LEAST_STEM && stem(other) === this.stems[n]);
  }

  /** With what all of them begin. */
  get beginning(): string {
    const usable = this.stems.filter((stem) => stem.length >= LEAST_STEM && this.word.startsWith(stem));
    const shortest = usable.reduce((least, stem) => (stem.length < least.length ? stem : least), this.word);
    // `city` and `cities`: the stem of the one ends where the other begins to differ.
    return shortest.length > LEAST_STEM + 1 ? shortest.slice(0, -1) : shortest;
  }
}
