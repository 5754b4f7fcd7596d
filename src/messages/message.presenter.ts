import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { PersonPresenter, type PersonView } from '../users/person.presenter';
import type { MessageRow } from './messages.repository';

/** A message as its owner sees it. */
export interface MessageView {
  readonly id: number;
  readonly body: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** The other one. */
  readonly person: PersonView;
  readonly sender: PersonView;
  readonly recipient: PersonView;
  readonly isOutgoing: boolean;
  readonly isUnread: boolean;
}

@Injectable()
export class MessagePresenter {
  constructor(private readonly people: PersonPresenter) {}

  present({ person: other, createdAt, ...message }: MessageRow, owner: Viewer): MessageView {
    const [person, self] = [this.people.present(other), this.people.present(owner)];
    const [sender, recipient] = message.isOutgoing ? [self, person] : [person, self];
    return { ...message, createdAt: createdAt.toISOString(), person, sender, recipient };
  }
}
