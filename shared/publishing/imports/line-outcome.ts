import type { FileUploads, LineDigest } from '../../desk/events/sources.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { ArchiveLine } from '../../model/publication/archive.ts';
import type { Site } from '../../model/site/site.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import type { ReadNames } from '../mentions/names-of-exhibitions.ts';

/** How an archive is imported. */
export interface ImportOptions {
  /** True where nothing is written: only what would become of each line is found out. */
  readonly isDryRun: boolean;
  /** True where the line may update an event that staff have not changed since its import. */
  readonly isUpdate: boolean;
  /** True where the earlier site did not tell capitals from small letters in its addresses. */
  readonly ignoresCase: boolean;
  /** The job that imports: what it has made of a line is known again where a step is repeated. */
  readonly job?: string | undefined;
}

/** What the lines of an archive have in common. */
export interface ImportContext {
  readonly site: Site;
  readonly actor: Actor;
  readonly options: ImportOptions;
  /** Used in a dry run. */
  readonly readNames: ReadNames;
}

/**
 * What the import has done with a line: `changed`, nothing, since the line differs from what it has imported and no
 * update was asked for.
 */
export interface LineOutcome {
  readonly result: 'created' | 'updated' | 'unchanged' | 'changed' | 'refused';
  readonly externalId?: string | undefined;
  /** Why it was refused, by field. */
  readonly errors: readonly FieldError[];
  /** What of it could not be kept, or was taken otherwise than it stands. */
  readonly warnings: readonly FieldError[];
}

/** A line that is valid by itself. */
export interface ImportedItem {
  readonly item: ArchiveLine;
  /** Its old addresses as they are kept. */
  readonly addresses: readonly string[];
  /** What it says now. */
  readonly digest: LineDigest;
  readonly uploads: FileUploads;
}
