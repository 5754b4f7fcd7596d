import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module';
import { BuildExportProcessor } from './build-export.processor';
import { ExportBuilder } from './export-builder.service';
import { ExportContents } from './export-contents.queries';
import { Export } from './export.entity';
import { ExportFiles } from './export-files';
import { ExportJsonPresenter } from './export-json.presenter';
import { ExportMailProcessor } from './export-mail.processor';
import { ExportPresenter } from './export.presenter';
import { ExportsApiController } from './exports.api-controller';
import { ExportsController } from './exports.controller';
import { ExportsRepository } from './exports.repository';
import { ExportsService } from './exports.service';
import { TidyExportsProcessor } from './tidy-exports.processor';

/** An archive of all that belongs to somebody, made in the background. */
@Module({
  imports: [UsersModule, TypeOrmModule.forFeature([Export])],
  controllers: [ExportsController, ExportsApiController],
  providers: [
    ExportsService,
    ExportBuilder,
    ExportContents,
    ExportFiles,
    ExportsRepository,
    ExportPresenter,
    ExportJsonPresenter,
    BuildExportProcessor,
    ExportMailProcessor,
    TidyExportsProcessor,
  ],
  exports: [ExportsService, ExportPresenter],
})
export class ExportModule {}
