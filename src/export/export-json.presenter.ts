import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { UrlFor } from '../routing/url-for';
import { type Export, EXPORT_STATES, type ExportState } from './export.entity';
import { ExportPresenter } from './export.presenter';

export class ExportLinksJson {
  @ApiProperty({ format: 'uri-reference', example: '/api/exports/1' })
  readonly self!: string;

  @ApiProperty({ type: String, nullable: true, format: 'uri-reference', description: 'Null while there is no file' })
  readonly file!: string | null;
}

/** An archive of what is yours. */
export class ExportJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ enum: EXPORT_STATES })
  readonly state!: ExportState;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, description: 'In percent', example: 40 })
  readonly progress!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of the file, in bytes; 0 while there is none', example: 0 })
  readonly size!: number;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  readonly finished_at!: string | null;

  @ApiProperty({ format: 'date-time', description: 'It is forgotten then' })
  readonly expires_at!: string;

  @ApiProperty({ type: ExportLinksJson })
  readonly _links!: ExportLinksJson;
}

/** The view of an export in the names of the API. */
@Injectable()
export class ExportJsonPresenter {
  constructor(
    private readonly exports: ExportPresenter,
    private readonly urls: UrlFor,
  ) {}

  present(row: Export): ExportJson {
    const { id, state, progress, size, createdAt, finishedAt, expiresAt, fileUrl } = this.exports.present(row);
    return {
      id,
      state,
      progress,
      size,
      created_at: createdAt,
      finished_at: finishedAt,
      expires_at: expiresAt,
      _links: {
        self: this.urls.path('api.exports.show', { id }),
        file: fileUrl && this.urls.path('api.exports.file', { id }),
      },
    };
  }
}
