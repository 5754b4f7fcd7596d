import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner';
import { withoutValues } from '../query-failure';

type Query = MysqlQueryRunner['query'];

/** TypeORM's query runner, whose errors keep secrets. */
export class GuardedMysqlQueryRunner extends MysqlQueryRunner {
  override async query(...query: Parameters<Query>): ReturnType<Query> {
    try {
      return await super.query(...query);
    } catch (error) {
      throw withoutValues(error);
    }
  }
}
