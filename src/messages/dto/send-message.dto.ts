import { OnceField, TextAreaField, TextField } from '../../common/fields';

/** The highest value of `POST_MAX_LENGTH`, which holds for messages, too. */
const MESSAGE_MAX = 5000;

const MessageBodyField = (): PropertyDecorator =>
  TextAreaField({ label: 'messages.fields.message', max: MESSAGE_MAX, example: 'Shall we meet at noon?' });

/** What the page takes. */
export class ComposeMessageDto {
  @MessageBodyField()
  message!: string;

  @OnceField()
  once?: string;
}

/** What the API takes. */
export class SendMessageDto {
  @TextField({ label: 'messages.fields.recipient', max: 64, example: 'john' })
  recipient!: string;

  @MessageBodyField()
  body!: string;
}
