import type { ExportState } from '../export.entity';

/** How far an archive is. */
export class ExportProgressed {
  constructor(
    readonly userId: number,
    readonly exportId: number,
    /** In percent. */
    readonly progress: number,
    readonly state: ExportState,
  ) {}
}
