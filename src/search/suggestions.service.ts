import { Injectable } from '@nestjs/common';
import { Replicas } from '../database/mysql/replicas';
import type { PersonFacts } from '../users/person.presenter';
import { keyOf } from '../users/user.entity';
import { SuggestionsByPrefix } from './suggestions.queries';

export interface Suggestions {
  readonly people: readonly PersonFacts[];
  readonly tags: readonly string[];
}

/** People and tags that are called like what was typed, or begin so. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly queries: SuggestionsByPrefix,
    private readonly replicas: Replicas,
  ) {}

  /** `@` and `#` ask for the one kind only. */
  async for(typed: string, viewerId: number): Promise<Suggestions> {
    const [, sign, word = ''] = /^\s*([@#]?)(\S+)\s*$/u.exec(typed) ?? [];
    const tag = word.normalize('NFKC').toLowerCase();
    const [people, tags] = await this.replicas.mayLag(() =>
      Promise.all([
        word === '' || sign === '#' ? [] : this.queries.people(keyOf(word), viewerId),
        tag === '' || sign === '@' ? [] : this.queries.tags(tag),
      ]),
    );
    return { people, tags };
  }
}
