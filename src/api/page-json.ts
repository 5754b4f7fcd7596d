import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** Pages of lists as the API tells them. A list is made a class of its own, so that the document can name it. */

export class PageLinksJson {
  @ApiProperty({ format: 'uri-reference', example: '/api/users?page=2&per_page=10' })
  readonly self!: string;

  @ApiProperty({ type: String, nullable: true, format: 'uri-reference', description: 'Null on the last page' })
  readonly next!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uri-reference', description: 'Null on the first page' })
  readonly prev!: string | null;
}

export class NumberedMetaJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 2 })
  readonly page!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100, example: 10 })
  readonly per_page!: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 5 })
  readonly total_pages!: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 48 })
  readonly total_items!: number;
}

export class CursorMetaJson {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100, example: 25 })
  readonly per_page!: number;
}

export interface PageJson<Item, Meta> {
  readonly items: Item[];
  readonly _meta: Meta;
  readonly _links: PageLinksJson;
}

/** `class UserPageJson extends NumberedPageJson(UserJson) {}` */
export const NumberedPageJson = <Item>(item: Type<Item>): Type<PageJson<Item, NumberedMetaJson>> =>
  pageJson(item, NumberedMetaJson);

/** `class PostPageJson extends CursorPageJson(PostJson) {}` */
export const CursorPageJson = <Item>(item: Type<Item>): Type<PageJson<Item, CursorMetaJson>> => pageJson(item, CursorMetaJson);

function pageJson<Item, Meta>(item: Type<Item>, meta: Type<Meta>): Type<PageJson<Item, Meta>> {
  class Page implements PageJson<Item, Meta> {
    @ApiProperty({ type: [item] })
    readonly items!: Item[];

    @ApiProperty({ type: meta })
    readonly _meta!: Meta;

    @ApiProperty({ type: PageLinksJson })
    readonly _links!: PageLinksJson;
  }
  return Page;
}
