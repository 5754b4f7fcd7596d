import { processConfig } from './src/config/config';
import { createDataSource } from './src/database/data-source';
import { dataSourceOptions } from './src/database/data-source-options';
import { entities } from './src/entities';

/** For the TypeORM command line, on compiled code: `npx typeorm migration:show -d dist/ormconfig.js`. */
export default createDataSource(dataSourceOptions(processConfig().database, entities));
