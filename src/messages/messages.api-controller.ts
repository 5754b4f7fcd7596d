import { Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { UsersService } from '../users/users.service';
import { SendMessageDto } from './dto/send-message.dto';
import { MessageId } from './message-id.decorator';
import { MessageJson, MessageJsonPresenter, MessagePageJson } from './message-json.presenter';
import { MessagesService } from './messages.service';

/** One's own private messages. */
@ApiController('messages')
export class MessagesApiController {
  constructor(
    private readonly messages: MessagesService,
    private readonly users: UsersService,
    private readonly json: MessageJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What came, or with `box=sent` what you sent; the newest first. Reading it here marks nothing as read',
  })
  @ApiQuery({ name: 'box', required: false, schema: { type: 'string', enum: ['inbox', 'sent'], default: 'inbox' } })
  @ApiQuery({
    name: 'with',
    required: false,
    schema: { type: 'string' },
    example: 'john',
    description: 'Only what was said with this person, both ways, instead of a box',
  })
  @ApiOkResponse({ type: MessagePageJson })
  @ApiProblems(404)
  async list(
    @CurrentUser() me: Viewer,
    @AtCursor() at: CursorQuery,
    @Query('box') box?: unknown,
    @Query('with') username?: unknown,
  ): Promise<MessagePageJson> {
    // What was sent twice names nobody.
    if (username !== undefined) return this.conversation(typeof username === 'string' ? username : '', me, at);
    const isOutgoing = box === 'sent';
    const messages = await this.messages.page(me.id, { isOutgoing }, at.cursor, at.perPage);
    const found = mapPage(messages, (message) => this.json.present(message, me));
    return this.pages.byCursor(found, at, 'api.messages.list', isOutgoing ? { box: 'sent' } : {});
  }

  @Post()
  @ApiOperation({ summary: 'Writes to somebody' })
  @ApiCreatedResponse({ type: MessageJson })
  @ApiProblems(404)
  async send(@JsonBody(SendMessageDto) { recipient, body }: SendMessageDto, @CurrentUser() me: Viewer): Promise<MessageJson> {
    const { id } = await this.users.getByUsername(recipient);
    return this.show(await this.messages.send(me.id, id, { body }), me);
  }

  @Put('read')
  @HttpCode(204)
  @ApiOperation({ summary: 'All that came was seen' })
  @ApiNoContentResponse()
  async markRead(@CurrentUser() me: Viewer): Promise<void> {
    await this.messages.markRead(me.id);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One message of yours' })
  @ApiOkResponse({ type: MessageJson })
  @ApiProblems(404)
  async show(@MessageId() id: number, @CurrentUser() me: Viewer): Promise<MessageJson> {
    return this.json.present(await this.messages.get(me.id, id), me);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Throws away your copy of a message; the other one keeps theirs' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async remove(@MessageId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.messages.remove(me.id, id);
  }

  private async conversation(username: string, me: Viewer, at: CursorQuery): Promise<MessagePageJson> {
    const person = await this.users.getByUsername(username);
    const messages = await this.messages.page(me.id, { personId: person.id }, at.cursor, at.perPage);
    const said = mapPage(messages, (message) => this.json.present(message, me));
    return this.pages.byCursor(said, at, 'api.messages.list', { with: person.username });
  }
}
