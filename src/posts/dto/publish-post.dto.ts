import { IdField, OnceField, TextAreaField, TextField } from '../../common/fields';

/** The highest value of `POST_MAX_LENGTH`; the one in force is set when the program starts. */
const POST_MAX = 5000;

// A language tag as far as the column goes, `en` or `pt-BR`; '' for who does not say.
const LANGUAGE = /^([a-z]{2,3}(-[A-Z]{2})?)?$/;

const PostBodyField = (): PropertyDecorator =>
  TextAreaField({ label: 'posts.fields.body', max: POST_MAX, example: 'Good morning!' });

const LanguageField = (): PropertyDecorator =>
  TextField({
    label: 'posts.fields.language',
    type: 'hidden',
    max: 5,
    min: 0,
    required: false,
    pattern: LANGUAGE,
    problem: 'validation.language',
    example: 'en',
  });

/** What the page takes: the field is called `post`, as in the original. */
export class ComposePostDto {
  @PostBodyField()
  post!: string;

  @LanguageField()
  language?: string;

  @OnceField()
  once?: string;
}

/** What the page takes for a post that is there already. */
export class EditPostDto {
  @PostBodyField()
  post!: string;

  @LanguageField()
  language?: string;
}

/** What the API takes for a post that is there already. */
export class RevisePostDto {
  @PostBodyField()
  body!: string;

  @LanguageField()
  language?: string;
}

/** What the API takes. */
export class PublishPostDto {
  @PostBodyField()
  body!: string;

  @LanguageField()
  language?: string;

  @IdField({ label: 'posts.fields.inReplyTo' })
  in_reply_to?: number;
}
