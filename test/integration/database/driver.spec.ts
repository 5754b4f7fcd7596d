import { aboutMysql } from './about-mysql';
import { aboutReplicas } from './about-replicas';
import { aboutSqlite } from './about-sqlite';
import { kind } from './world';

describe(`the driver for ${kind}`, kind === 'mysql' ? aboutMysql : aboutSqlite);
if (kind === 'mysql') describe('replicas', aboutReplicas);
