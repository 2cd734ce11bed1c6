import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import type { Artist, ArtworkContent } from '../model/exhibitions/artwork.ts';
import { maxUploadBytes } from '../model/files/upload.ts';
import { consentBlockedReason } from '../model/people/consent.ts';
import { isNameOrderUnclear } from '../model/people/public-name.ts';
import type { Language } from '../refusals/language.ts';
import { reason } from '../refusals/reason.ts';
import { wordReason } from '../refusals/word-reason.ts';
import type { Column } from './columns.ts';
import { fileFinder, type SheetFile } from './find-file.ts';
import type { OutgoingFile } from './outgoing-file.ts';
import type { SheetProblem } from './problem.ts';
import type { SheetRow } from './read-sheet.ts';
import { rowContent } from './row-content.ts';
import { saySheet } from './words/say-sheet.ts';

/** A row that can be sent: an artwork, and the file with its image. */
export interface SheetEntry {
  readonly row: number;
  /** The file's name in the folder. */
  readonly name: string;
  readonly file: OutgoingFile;
  readonly content: ArtworkContent;
  /** The columns of the sheet: it leaves other fields as they are. */
  readonly columns: readonly Column[];
}

/** Something worth a look of a row that can be sent. */
export interface SheetWarning extends SheetProblem {
  readonly code: 'consentForbids' | 'nameOrderUnclear';
}

/** The result of the checks. */
export interface Checked {
  /** The rows without a problem, in the order of the sheet. */
  readonly entries: readonly SheetEntry[];
  /** In the order of the sheet; files without a row at the end. */
  readonly problems: readonly SheetProblem[];
  /**
   * Faults that do not prevent a row from being sent: missing consent, a name that cannot be shortened, a name whose
   * order is unclear.
   */
  readonly warnings: readonly SheetWarning[];
}

/** What the checks need to know of the site. */
interface CheckSettings {
  readonly locales: readonly string[];
  readonly timeZone: string;
  readonly now: Date;
  /** The language that problems are worded in. */
  readonly language: Language;
}

/** How files are read where the check runs. */
interface CheckFiles<F> {
  /** The file as it will be sent, or in words why ingest would refuse it. */
  readonly inspect: (file: F) => Promise<OutgoingFile | string>;
  /** Called for each file that has been read. */
  readonly onFile?: (done: number, total: number) => void;
}

/** How many files are read at the same time: each is in memory as a whole, up to a hundred megabytes. */
const concurrency = 2;

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

const sizeError = ({ size }: SheetFile, language: Language): string | undefined => {
  if (size === 0) return saySheet(language, 'fileEmpty');
  if (size <= maxUploadBytes) return undefined;
  return saySheet(language, 'fileTooLarge', { size: mebibytes(size), most: mebibytes(maxUploadBytes) });
};

/** A row while it is being checked. */
interface Candidate<F> {
  readonly row: number;
  /** As the folder has it, else as the sheet does. */
  readonly name: string | undefined;
  readonly found: F | undefined;
  /** As the sheet has it, valid or not. */
  readonly entryNumber: unknown;
  readonly content: ArtworkContent | undefined;
  readonly columns: readonly Column[];
  readonly problems: SheetProblem[];
  file?: OutgoingFile;
}

const candidate = <F extends SheetFile>(
  row: SheetRow,
  find: (name: string) => F | string,
  settings: CheckSettings,
): Candidate<F> => {
  const cell = (name: string) => row.cells.find(({ column }) => column.name === name);
  const written = cell('file')?.text;
  const number = cell('entryNumber');
  const found = written === undefined ? saySheet(settings.language, 'noFileInRow') : find(written);
  const name = typeof found === 'string' ? written : found.name;
  const { content, errors } = rowContent(row, settings.language);
  const faults = [...errors, ...(content ? refusals(content, settings) : [])];
  return {
    row: row.row,
    name,
    found: typeof found === 'string' ? undefined : found,
    entryNumber: number?.column.read(number.text),
    content,
    columns: row.columns,
    problems: [
      ...(typeof found === 'string' ? [{ row: row.row, file: name, column: 'file', message: found }] : []),
      ...faults.map(({ path, message }) => ({ row: row.row, file: name, column: path, message })),
    ],
  };
};

/** What the API would refuse beyond the shape of an artwork. */
const refusals = ({ translations, artist }: ArtworkContent, { locales, now, language }: CheckSettings) => {
  const unknown = Object.entries(translations).filter(([locale]) => !locales.includes(locale));
  const message = wordReason(reason('unknownLocale', { known: locales }), language);
  const grantedOn = artist?.consent?.grantedOn;
  return [
    ...unknown.flatMap(([locale, texts]) => Object.keys(texts).map((text) => ({ path: `${text}.${locale}`, message }))),
    ...(grantedOn && Date.parse(grantedOn) > now.getTime() + 86_400_000
      ? [{ path: 'consentGrantedOn', message: wordReason(reason('inTheFuture'), language) }]
      : []),
  ];
};

/** Most other rows that a problem names: of a thousand, each would name all others. */
const maxOthers = 10;

/** Numbers of rows, `3, 5`, and that there are more. */
const rowsInWords = (rows: readonly number[]): string =>
  [...rows.slice(0, maxOthers), ...(rows.length > maxOthers ? ['…'] : [])].join(', ');

/** Adds a problem to all rows that share a value which must be unique. */
const requireUnique = <F>(
  candidates: readonly Candidate<F>[],
  column: string,
  keyOf: (candidate: Candidate<F>) => unknown,
  sayOf: (rows: string) => string,
): void => {
  const groups = Map.groupBy(candidates, keyOf);
  groups.delete(undefined);
  for (const group of [...groups.values()].filter(({ length }) => length > 1)) {
    const first = group.slice(0, maxOthers + 2).map(({ row }) => row);
    for (const { row, name, problems } of group) {
      const others = first.filter((other) => other !== row);
      problems.push({ row, file: name, column, message: sayOf(rowsInWords(others)) });
    }
  }
};

/** Checks the rows of a sheet and the files of its folder as the API and ingest would, before anything is sent. */
export const checkSheet = async <F extends SheetFile>(
  rows: readonly SheetRow[],
  files: readonly F[],
  settings: CheckSettings,
  { inspect, onFile }: CheckFiles<F>,
): Promise<Checked> => {
  const { language } = settings;
  const find = fileFinder(files, language);
  const candidates = rows.map((row) => candidate(row, find, settings));
  const foundNames = new Set(candidates.flatMap(({ found }) => found?.name ?? []));
  let done = 0;
  await mapWithConcurrency(candidates, concurrency, async (row) => {
    const inspected = row.found && (sizeError(row.found, language) ?? (await inspect(row.found)));
    if (typeof inspected === 'string') row.problems.push({ row: row.row, file: row.name, message: inspected });
    else if (inspected) row.file = inspected;
    done += 1;
    onFile?.(done, candidates.length);
  });
  requireUnique(
    candidates,
    'file',
    ({ found }) => found?.name,
    (rows) => saySheet(language, 'fileOfRows', { rows }),
  );
  requireUnique(
    // The first row of each file: that two rows have one file is said already.
    [...Map.groupBy(candidates, ({ found }) => found).values()].flatMap(([first]) => first ?? []),
    'file',
    ({ file }) => file?.sha256,
    (rows) => saySheet(language, 'sameBytesAsRows', { rows }),
  );
  requireUnique(
    candidates,
    'entryNumber',
    ({ entryNumber }) => entryNumber,
    (rows) => saySheet(language, 'numberOfRows', { rows }),
  );
  const unlisted = files.filter(({ name }) => !foundNames.has(name));
  return {
    entries: candidates.flatMap(({ row, name = '', file, content, columns, problems }) =>
      file && content && problems.length === 0 ? [{ row, name, file, content, columns }] : [],
    ),
    problems: [
      ...candidates.flatMap(({ problems }) => problems),
      ...unlisted.map(({ name }) => ({ file: name, message: saySheet(language, 'notInSheet') })),
    ],
    warnings: candidates.flatMap(({ row, name, content, problems }) =>
      problems.length === 0 && content?.artist
        ? remarks(content.artist, settings).map((remark) => ({ row, file: name, ...remark }))
        : [],
    ),
  };
};

/** What is worth a look of an artist who can be sent. */
const remarks = (artist: Artist, { now, timeZone, language }: CheckSettings): Omit<SheetWarning, 'row' | 'file'>[] => {
  const gap = consentBlockedReason(artist, now, timeZone);
  return [
    ...(gap
      ? [{ code: 'consentForbids', message: wordReason(reason('consentForbids', { because: gap }), language) } as const]
      : []),
    ...(isNameOrderUnclear(artist)
      ? [
          {
            ...({ code: 'nameOrderUnclear', column: 'artist' } as const),
            message: wordReason(reason('nameOrderUnclear'), language),
          },
        ]
      : []),
  ];
};
