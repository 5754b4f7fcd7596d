import type { INestApplicationContext, Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Database } from '../../database/database';
import { entities } from '../../entities';

const PARTS = /(Service|Repository|Queries)$/;

/** What can be named in the shell. */
export class ShellScope {
  readonly names: Readonly<Record<string, unknown>>;
  private readonly tables: Readonly<Record<string, unknown>>;
  private readonly parts: Readonly<Record<string, unknown>>;

  constructor(app: INestApplicationContext) {
    const { manager } = app.get(Database);
    this.tables = Object.fromEntries(entities.map((entity) => [entity.name, manager.getRepository(entity)]));
    this.parts = Object.fromEntries(partsOf(app));
    this.names = {
      ...this.tables,
      ...this.parts,
      app,
      db: manager,
      get: (type: Type | string): unknown => (typeof type === 'string' ? this.partNamed(type) : app.get(type)),
    };
  }

  help(): string {
    return [
      `tables    ${Object.keys(this.tables).join(', ')}: await User.count(), await Post.find({ take: 3 })`,
      `services  ${Object.keys(this.parts).join(', ')}`,
      'db        TypeORM\'s entity manager: await db.query("SELECT 1")',
      'app       the program; get(Class) or get("UsersService") is one of its parts',
      'help()    this; .exit ends',
    ].join('\n');
  }

  private partNamed(name: string): unknown {
    const part = this.parts[lowerFirst(name)];
    if (part === undefined) throw new Error(`There is no ${name}: help() lists what there is`);
    return part;
  }
}

function partsOf(app: INestApplicationContext): [string, unknown][] {
  return app
    .get(DiscoveryService)
    .getProviders()
    .filter(({ token, metatype }) => token === metatype && PARTS.test(metatype?.name ?? ''))
    .map(({ name, instance }) => [lowerFirst(String(name)), instance as unknown]);
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
