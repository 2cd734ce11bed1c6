import type { ImportSummary } from '../../../shared/model/import/import-summary.ts';

/** One thing that is said of a line. */
interface NoteRow {
  readonly line: number;
  readonly externalId: string;
  readonly kind: 'refused' | 'warning';
  readonly path: string;
  readonly message: string;
}

/** What is said of the lines of an archive, by their numbers, with what refuses a line before what is only remarked. */
export const noteRows = ({ refused, warnings }: Pick<ImportSummary, 'refused' | 'warnings'>): NoteRow[] =>
  [
    ...refused.map((note) => ({ ...note, kind: 'refused' as const })),
    ...warnings.map((note) => ({ ...note, kind: 'warning' as const })),
  ]
    .flatMap(({ line, externalId = '', kind, errors }) =>
      errors.map(({ path, message }) => ({ line, externalId, kind, path, message })),
    )
    .sort((one, other) => one.line - other.line);
