import type { Actor } from '../../desk/store/actor.ts';
import { lineClaims } from '../../model/import/archive-claims.ts';
import { withPresentArchiveNames } from '../../model/import/present-archive-names.ts';
import { parseJson } from '../../model/json/parse-json.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { shortened } from '../../refusals/shortened.ts';
import { textsOfLine } from './html/texts-of-line.ts';
import { lostLetters } from './lost-letters.ts';

/** Longest external id that a report repeats: one that is valid is shorter. */
const maxReportedExternalIdLength = 400;

/** A line of an archive, from its text. */
interface ReadLine {
  readonly value: unknown;
  readonly externalId: string | undefined;
  readonly errors: readonly FieldError[];
  /** What of its texts was taken otherwise than it stands. */
  readonly warnings: readonly FieldError[];
}

/** A line of an archive among the others: its errors name those that an earlier line is the reason for, too. */
export interface PreparedLine extends ReadLine {
  /** What it asks for: of lines that ask for the same, the first gets it. */
  readonly keys: readonly string[];
}

/** How the lines of an archive are read. */
interface Reading {
  readonly ignoresCase: boolean;
  readonly logger: Actor['logger'];
}

const errorsOf = (error: unknown, { logger }: Reading): readonly FieldError[] => {
  if (error instanceof InvalidInputError) return error.errors ?? [];
  // A fault of ours that one line brings to light: the others are imported all the same.
  logger.error('A line of an archive could not be read', { error });
  return [fieldError('line', 'lineUnreadable')];
};

const readLine = (text: string, reading: Reading): ReadLine => {
  try {
    const { line, errors } = withPresentArchiveNames(parseJson(text, 'line'));
    const texts = textsOfLine(line);
    const warnings = [...texts.warnings, ...lostLetters(texts.line)];
    return { value: texts.line, externalId: externalIdOf(line), errors: [...errors, ...texts.errors], warnings };
  } catch (error) {
    return { value: undefined, externalId: undefined, errors: errorsOf(error, reading), warnings: [] };
  }
};

const externalIdOf = (value: unknown): string | undefined => {
  const id = typeof value === 'object' && value !== null && 'externalId' in value ? value.externalId : undefined;
  return typeof id === 'string' ? shortened(id, maxReportedExternalIdLength) : undefined;
};

/** Reads the lines of an archive, in their order. */
export const prepareLines = (texts: readonly string[], reading: Reading): PreparedLine[] => {
  const claims = lineClaims(reading.ignoresCase);
  return texts.map((text, index) => {
    const line = readLine(text, reading);
    const { errors, keys } = claims.take(line.value, index + 1);
    return { ...line, errors: [...line.errors, ...errors], keys };
  });
};
