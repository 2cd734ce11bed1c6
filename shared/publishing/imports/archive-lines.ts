import { lineClaims } from '../../model/import/archive-claims.ts';
import { withPresentArchiveNames } from '../../model/import/present-archive-names.ts';
import { parseJson } from '../../model/json/parse-json.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import type { FieldError } from '../../refusals/field-error.ts';
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

const readLine = (text: string): ReadLine => {
  try {
    const { line, errors } = withPresentArchiveNames(parseJson(text, 'line'));
    const texts = textsOfLine(line);
    const warnings = [...texts.warnings, ...lostLetters(texts.line)];
    return { value: texts.line, externalId: externalIdOf(line), errors: [...errors, ...texts.errors], warnings };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { value: undefined, externalId: undefined, errors: error.errors ?? [], warnings: [] };
  }
};

const externalIdOf = (value: unknown): string | undefined => {
  const id = typeof value === 'object' && value !== null && 'externalId' in value ? value.externalId : undefined;
  return typeof id === 'string' ? shortened(id, maxReportedExternalIdLength) : undefined;
};

/** Reads the lines of an archive, in their order. */
export const prepareLines = (texts: readonly string[], ignoresCase: boolean): PreparedLine[] => {
  const claims = lineClaims(ignoresCase);
  return texts.map((text, index) => {
    const line = readLine(text);
    const { errors, keys } = claims.take(line.value, index + 1);
    return { ...line, errors: [...line.errors, ...errors], keys };
  });
};
