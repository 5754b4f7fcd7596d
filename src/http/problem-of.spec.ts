import { BadRequestException, NotFoundException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError, type ErrorKind } from '../common/domain-error';
import { InvalidInput } from '../common/input';
import { problemOf } from './problem-of';

class Refusal extends DomainError {
  constructor(kind: ErrorKind, field?: string) {
    super(kind, 'follow.tooMany', { args: { limit: 5 }, field });
  }
}

const coded = (code: string): Error => Object.assign(new Error(code), { code });
const withStatus = (status: unknown): Error => Object.assign(new Error('hunter2'), { status });
const plain = (status: number): object => ({ status, message: null, fields: {} });

describe('an error, as it is answered:', () => {
  it('one of the domain is told in its own words', () => {
    const message = { key: 'errors.follow.tooMany', args: { limit: 5 } };

    expect(problemOf(new Refusal('conflict'))).toEqual({ status: 409, message, fields: {} });
    expect(problemOf(new Refusal('not-found'))).toEqual({ status: 404, message, fields: {} });
  });

  it('one that is about a field is a wrong input, whatever its kind', () => {
    const message = { key: 'errors.follow.tooMany', args: { limit: 5 } };

    expect(problemOf(new Refusal('conflict', 'username'))).toEqual({
      status: 400,
      message: null,
      fields: { username: [message] },
    });
  });

  it('a wrong input tells its fields, and which there must be', () => {
    const fields = { username: [{ key: 'validation.required' as const }] };

    expect(problemOf(new InvalidInput(fields, ['username', 'email']))).toEqual({
      status: 400,
      message: null,
      fields,
      required: ['username', 'email'],
    });
  });

  it.each(['ECONNREFUSED', 'ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'SQLITE_FULL'])('a database that is away (%s) is 503', (code) => {
    expect(problemOf(coded(code))).toEqual(plain(503));
    expect(problemOf(new QueryFailedError('SELECT 1', [], coded(code)))).toEqual(plain(503));
  });

  it('one of Nest keeps its status, and none of its words', () => {
    expect(problemOf(new NotFoundException('Cannot GET /nowhere'))).toEqual(plain(404));
    expect(problemOf(new BadRequestException('hunter2'))).toEqual(plain(400));
  });

  it.each([400, 408, 413, 415])('one of Express with the status %d keeps it, and none of its words', (status) => {
    expect(problemOf(withStatus(status))).toEqual(plain(status));
  });

  it.each([
    ['an error', new Error('hunter2')],
    ['a status that only looks like one', withStatus('404')],
    ['a status that is no fault of the client', withStatus(200)],
    ['a status for which there are no words', withStatus(418)],
    ['a statement that is wrong', new QueryFailedError('SELEC', ['hunter2'], coded('ER_PARSE_ERROR'))],
    ['text', 'hunter2'],
    ['null', null],
    ['nothing', undefined],
  ])('%s that nobody foresaw is 500 and tells nothing', (_, error) => {
    expect(problemOf(error)).toEqual(plain(500));
  });
});
