import { Injectable } from '@nestjs/common';
import { UrlFor } from '../routing/url-for';
import type { Export, ExportState } from './export.entity';

export interface ExportView {
  readonly id: number;
  readonly state: ExportState;
  /** In percent. */
  readonly progress: number;
  /** Of the file, in bytes. */
  readonly size: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly expiresAt: string;
  readonly url: string;
  /** Null while there is no file. */
  readonly fileUrl: string | null;
}

@Injectable()
export class ExportPresenter {
  constructor(private readonly urls: UrlFor) {}

  present({ id, state, progress, size, createdAt, finishedAt, expiresAt }: Export): ExportView {
    return {
      id,
      state,
      progress,
      size,
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      expiresAt: expiresAt.toISOString(),
      url: this.urls.path('exports.show', { id }),
      fileUrl: state === 'done' ? this.urls.path('exports.file', { id }) : null,
    };
  }
}
