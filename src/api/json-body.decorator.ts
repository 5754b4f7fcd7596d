import {
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type PipeTransform,
  type Type,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiBody, PartialType } from '@nestjs/swagger';
import type { AppRequest } from '../common/app-request';
import { fieldsOf } from '../common/fields';
import { InvalidInput, readInput } from '../common/input';
import { BodyNotAnObject } from './api.errors';
import { ApiProblems } from './api-problems.decorator';
import { describedParam } from './described-param';

interface Sent {
  readonly type: Type<object>;
  readonly partial: boolean;
  readonly request: AppRequest;
}

/**
 * The body, read into a class of fields (`common/fields.ts`): `@JsonBody(PublishPostDto) dto: PublishPostDto`.
 * What is no JSON is refused with 415, what is no object or breaks a rule with 400.
 */
export const JsonBody = (type: Type<object>): ParameterDecorator =>
  describedParam(sentBody({ type, partial: false }, ReadBody), ApiBody({ type }), ApiProblems(400, 413, 415));

/** The same for changes: a field that was not sent is undefined, and stays as it is. */
export const JsonChanges = (type: Type<object>): ParameterDecorator =>
  describedParam(sentBody({ type, partial: true }, ReadBody), ApiBody({ type: changesOf(type) }), ApiProblems(400, 413, 415));

const sentBody = createParamDecorator((wanted: Pick<Sent, 'type' | 'partial'>, context: ExecutionContext): Sent => ({
  ...wanted,
  request: context.switchToHttp().getRequest(),
}));

@Injectable()
class ReadBody implements PipeTransform<Sent, Promise<object>> {
  async transform({ type, partial, request }: Sent): Promise<object> {
    if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) throw new UnsupportedMediaTypeException();
    const body: unknown = request.body;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BodyNotAnObject();
    const { value, errors } = await readInput(type, body, request.user, { partial, typed: true });
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors, partial ? [] : requiredOf(type));
    return value;
  }
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

const requiredOf = (type: Type<object>): string[] =>
  fieldsOf(type)
    .filter(({ required }) => required)
    .map(({ name }) => name);

/** For the API document: the same fields, none of them required. */
function changesOf(type: Type<object>): Type<object> {
  const changes = PartialType(type);
  Object.defineProperty(changes, 'name', { value: type.name });
  return changes;
}
