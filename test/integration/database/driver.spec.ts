import { aboutMysql } from './about-mysql';
import { aboutSqlite } from './about-sqlite';
import { kind } from './world';

describe(`the driver for ${kind}`, kind === 'mysql' ? aboutMysql : aboutSqlite);
