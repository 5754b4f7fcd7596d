import { Module } from '@nestjs/common';
import { Rebuilder } from '../database/portable/rebuilder';
import { Snapshots } from '../database/portable/snapshot';
import { BackupService } from './backup/backup.service';
import { RestoreService } from './backup/restore.service';
import { SiteFiles } from './backup/site-files';
import { CountersQueries } from './counters/counters.queries';
import { CountersService } from './counters/counters.service';
import { SeedRepository } from './seed/seed.repository';
import { SeedService } from './seed/seed.service';

/** Services that only the commands use: the web server does without. */
@Module({
  providers: [
    BackupService,
    RestoreService,
    SiteFiles,
    Rebuilder,
    Snapshots,
    CountersQueries,
    CountersService,
    SeedRepository,
    SeedService,
  ],
})
export class MaintenanceModule {}
