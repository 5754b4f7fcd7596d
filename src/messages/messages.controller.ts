import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { IsLookedAt } from '../common/is-looked-at.decorator';
import { type Cursor, firstPage, mapPage, parseCursor } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PersonPresenter } from '../users/person.presenter';
import type { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { page, type Place, redirect, redirectBack, success } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { Pager } from '../web/pager';
import { ComposeMessageDto } from './dto/send-message.dto';
import { MessageId } from './message-id.decorator';
import { MessagePresenter } from './message.presenter';
import type { Box } from './messages.repository';
import { MessagesService } from './messages.service';

type QueryString = Record<string, unknown>;

/** Private messages: what came, what was sent, what was said with one person, and the forms to write. */
@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly users: UsersService,
    private readonly presenter: MessagePresenter,
    private readonly people: PersonPresenter,
    private readonly pager: Pager,
  ) {}

  @Get('messages')
  async inbox(@CurrentUser() me: Viewer, @Query() query: QueryString, @IsLookedAt() isLookedAt: boolean) {
    const { messages, unread } = await this.look(me, { isOutgoing: false }, parseCursor(query), isLookedAt);
    return page('messages/inbox', {
      messages: this.pager.link(
        mapPage(messages, (message) => this.presenter.present(message, me)),
        'messages.inbox',
      ),
      unreadMessages: unread,
    });
  }

  @Get('messages/sent')
  async sent(@CurrentUser() me: Viewer, @Query() query: QueryString) {
    const messages = await this.messages.page(me.id, { isOutgoing: true }, parseCursor(query));
    return page('messages/sent', {
      messages: this.pager.link(
        mapPage(messages, (message) => this.presenter.present(message, me)),
        'messages.sent',
      ),
    });
  }

  @Get('messages/with/:username')
  async conversation(
    @Param('username') username: string,
    @CurrentUser() me: Viewer,
    @Query() query: QueryString,
    @IsLookedAt() isLookedAt: boolean,
  ) {
    const person = await this.users.getByUsername(username);
    return this.conversationPage(person, me, parseCursor(query), blankForm(), isLookedAt);
  }

  @Post('messages/with/:username')
  async answer(
    @Param('username') username: string,
    @CurrentUser() me: Viewer,
    @FormOf(ComposeMessageDto) form: Form<ComposeMessageDto>,
  ) {
    const person = await this.users.getByUsername(username);
    if (!(await this.sends(form, person, me))) return this.conversationPage(person, me, firstPage, form);
    return redirect('messages.conversation', { username: person.username }, success('messages.flash.sent'));
  }

  @Get('send_message/:username')
  async compose(@Param('username') username: string) {
    return this.composePage(await this.users.getByUsername(username), blankForm());
  }

  @Post('send_message/:username')
  async send(
    @Param('username') username: string,
    @CurrentUser() me: Viewer,
    @FormOf(ComposeMessageDto) form: Form<ComposeMessageDto>,
  ) {
    const person = await this.users.getByUsername(username);
    if (!(await this.sends(form, person, me))) return this.composePage(person, form);
    const whom = { username: person.username };
    const conversation = { key: 'messages.flash.seeConversation', route: 'messages.conversation', args: whom } as const;
    return redirect('profiles.show', whom, success('messages.flash.sent', {}, conversation));
  }

  @Post('messages/:id/delete')
  async remove(@MessageId() id: number, @CurrentUser() me: Viewer, @Body() place: Place | undefined) {
    const { isOutgoing } = await this.messages.get(me.id, id);
    await this.messages.remove(me.id, id);
    const box = isOutgoing ? 'messages.sent' : 'messages.inbox';
    return redirectBack(place, redirect(box, {}, success('messages.flash.deleted')));
  }

  private sends(form: Form<ComposeMessageDto>, person: User, me: Viewer): Promise<boolean> {
    return form.accepts(({ message: body, once }) => this.messages.send(me.id, person.id, { body, once }));
  }

  private composePage(person: User, form: Form<ComposeMessageDto>) {
    return page('messages/send', { person: this.people.present(person), form });
  }

  private async look(me: Viewer, box: Box, cursor: Cursor, isLookedAt: boolean) {
    if (isLookedAt && me.unreadMessages > 0) return this.messages.open(me.id, box, cursor);
    return { messages: await this.messages.page(me.id, box, cursor), unread: me.unreadMessages };
  }

  private async conversationPage(person: User, me: Viewer, cursor: Cursor, form: Form<ComposeMessageDto>, isLookedAt = true) {
    const { messages, unread } = await this.look(me, { personId: person.id }, cursor, isLookedAt);
    const { username } = person;
    return page('messages/conversation', {
      person: this.people.present(person),
      form,
      messages: this.pager.link(
        mapPage(messages, (message) => this.presenter.present(message, me)),
        'messages.conversation',
        { username },
      ),
      unreadMessages: unread,
    });
  }
}

const blankForm = (): Form<ComposeMessageDto> => Form.blank(ComposeMessageDto, { once: randomUUID() });
