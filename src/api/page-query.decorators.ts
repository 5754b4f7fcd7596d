import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Cursor, parseCursor, parseId, parsePageNumber, parsePerPage } from '../common/page';
import { SiteConfig } from '../config/site.config';
import { describedParam } from './described-param';

/** Where a list by cursor is entered, and how many items a page holds. */
export interface CursorQuery {
  readonly cursor: Cursor;
  readonly perPage: number;
}

const query = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().query);

@Injectable()
class ReadCursorQuery implements PipeTransform<Request['query'], CursorQuery> {
  constructor(private readonly site: SiteConfig) {}

  transform(sent: Request['query']): CursorQuery {
    return { cursor: parseCursor(sent), perPage: parsePerPage(sent, this.site.postsPerPage) };
  }
}

const positive = { type: 'integer', minimum: 1 } as const;

const perPage = { name: 'per_page', required: false, schema: { ...positive, maximum: 100 } };

/** `?page=&per_page=` of a list that is counted: `@AtPage() number: PageNumber`. */
export const AtPage = (): ParameterDecorator =>
  describedParam(
    query({ transform: parsePageNumber }),
    ApiQuery({ name: 'page', required: false, schema: { ...positive, default: 1 }, description: 'Beyond the last it is empty' }),
    ApiQuery({ ...perPage, schema: { ...perPage.schema, default: 10 } }),
    ApiQuery({
      name: 'past',
      required: false,
      schema: positive,
      description:
        'The id with which the page before ended, as `_links.next` far down the list says it: so no page costs more than others',
    }),
  );

/** `?after=` of a list that can also be read from its start to its end: `@After() after?: number`, an id. */
export const After = (): ParameterDecorator =>
  describedParam(
    query({ transform: (sent: Request['query']) => parseId(sent['after']) }),
    ApiQuery({
      name: 'after',
      required: false,
      schema: positive,
      description: 'Only what came after this id, instead of a page',
    }),
  );

/** `?before=&after=&per_page=` of a list that grows: `@AtCursor() at: CursorQuery`. */
export const AtCursor = (): ParameterDecorator =>
  describedParam(
    query(ReadCursorQuery),
    ApiQuery({ name: 'before', required: false, schema: positive, description: 'Only what is older than this id' }),
    ApiQuery({ name: 'after', required: false, schema: positive, description: 'Only what is newer than this id, the nearest' }),
    ApiQuery({ ...perPage, description: 'As many as on a page of this site when it is not given' }),
  );
