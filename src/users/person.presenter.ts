import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SiteConfig } from '../config/site.config';
import { UrlFor } from '../routing/url-for';
import { LayoutPerson } from '../web/layout-person.port';

/** A person as shown beside a post, in a list, in the header. */
export interface PersonView {
  readonly id: number;
  readonly username: string;
  /** Ends in `s=`: the template adds the size in pixels. */
  readonly avatarUrl: string;
}

export interface PersonFacts {
  readonly id: number;
  readonly username: string;
  readonly email: string;
}

/** Turns an account into what anybody may see of it: never the e-mail address. */
@Injectable()
export class PersonPresenter extends LayoutPerson {
  constructor(
    private readonly site: SiteConfig,
    private readonly urls: UrlFor,
  ) {
    super();
  }

  present({ id, username, email }: PersonFacts): PersonView {
    return { id, username, avatarUrl: this.site.avatars === 'gravatar' ? gravatar(email) : this.identicon(id) };
  }

  // Made from the id: it stays when the name or the address changes, and tells nothing.
  private identicon(id: number): string {
    return this.urls.path('avatars.show', { key: id, s: '' });
  }
}

// docs.gravatar.com: the hash of the trimmed address in lower case.
function gravatar(email: string): string {
  const hash = createHash('md5').update(email.trim().toLowerCase()).digest('hex');
  return `https://www.gravatar.com/avatar/${hash}?d=identicon&s=`;
}
