import { type KeyedTable, portableTables } from '../../database/portable/portable-table';
import { entities } from '../../entities';
import { SearchPosting } from '../../search/index/search-posting.entity';
import { SearchState } from '../../search/index/search-state.entity';
import { SearchTerm } from '../../search/index/search-term.entity';
import { TimelineEntry } from '../../timeline/push/timeline-entry.entity';
import { TimelineList } from '../../timeline/push/timeline-list.entity';

/** Made of the posts, and longer than these: a restore makes the index by which they are found again, and whoever comes home the list that is read there. */
const DERIVED: readonly (new () => object)[] = [SearchTerm, SearchPosting, SearchState, TimelineList, TimelineEntry];

/** The tables of a backup: those of all entities but the derived ones. */
export const backupTables = (): Promise<KeyedTable[]> => portableTables(entities.filter((entity) => !DERIVED.includes(entity)));

/** The longest line of a table: far more than any row of ours has, and little enough to be held in memory. */
export const MAX_ROW_BYTES = 4 * 1024 * 1024;
/** Room for the checksums of some hundred thousand files. */
export const MAX_MANIFEST_BYTES = 32 * 1024 * 1024;

export const MANIFEST = 'manifest.json';
export const tablePath = (name: string): string => `tables/${name}.ndjson`;
export const filePath = (name: string): string => `files/${name}`;
