import type { INestApplicationContext, Type } from '@nestjs/common';
import { INJECTABLE_WATERMARK } from '@nestjs/common/constants.js';
import { useContainer } from 'class-validator';

/** Lets Nest make the rules that need something of it, such as the database; class-validator makes all others. */
export function makeRulesBy(app: INestApplicationContext): void {
  const nest = { get: (type: Type) => (Reflect.hasMetadata(INJECTABLE_WATERMARK, type) ? app.get<unknown>(type) : undefined) };
  useContainer(nest, { fallback: true });
}
