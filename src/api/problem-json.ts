import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';

/** An error as the API tells it (RFC 9457), with `error` and `message` beside, as clients of the original read them. */
export class ProblemJson {
  @ApiProperty({ description: 'Always `about:blank`: the status says it all', example: 'about:blank' })
  readonly type!: string;

  @ApiProperty({ description: 'The status in words, in your language', example: 'Not Found' })
  readonly title!: string;

  @ApiProperty({ type: 'integer', example: 404 })
  readonly status!: number;

  @ApiProperty({ description: 'What went wrong, in your language', example: 'This post does not exist, or no longer.' })
  readonly detail!: string;

  @ApiProperty({ description: 'The address that was asked for', example: '/api/posts/1' })
  readonly instance!: string;

  @ApiProperty({ description: 'The same as `title`', example: 'Not Found' })
  readonly error!: string;

  @ApiProperty({ description: 'The same as `detail`', example: 'This post does not exist, or no longer.' })
  readonly message!: string;

  @ApiPropertyOptional({
    description: 'What is wrong with the input, by field',
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { username: ['Please use a different username.'] },
  })
  readonly errors?: Readonly<Record<string, string[]>>;

  @ApiPropertyOptional({
    description: 'The same, with a JSON Pointer (RFC 6901) into the body to each wrong field',
    type: () => [ViolationJson],
  })
  readonly violations?: readonly ViolationJson[];
}

/** What is wrong with one field of the body. */
export class ViolationJson {
  @ApiProperty({ example: '#/username' })
  readonly pointer!: string;

  @ApiProperty({ example: 'Please use a different username.' })
  readonly detail!: string;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** The content of an answer that tells a problem, for the API document. */
export const problemContent = { [PROBLEM_TYPE]: { schema: { $ref: getSchemaPath(ProblemJson) } } };
