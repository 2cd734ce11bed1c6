import { InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { hasStackedMarks, maxStackedMarks } from '../text/text.ts';

/** Deepest nesting of objects and lists in a JSON text that is accepted: ours need five. */
export const jsonDepth = 32;

/**
 * Most values in a JSON text that is accepted: a selection of 1,000 artworks has as many, the settings of a site fewer
 * than 2,000.
 */
export const jsonValues = 10_000;

const [quote, backslash, comma, colon, space = 0] = ['"', '\\', ',', ':', ' '].map((sign) => sign.charCodeAt(0));
const opening = new Set(['{', '['].map((sign) => sign.charCodeAt(0)));
const closing = new Set(['}', ']'].map((sign) => sign.charCodeAt(0)));

/** The end of a string in a JSON text whose first quotation mark stands at `start`. */
const stringEnd = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
};

/**
 * Why a JSON text, named `label`, is refused before it is parsed: code that walks its value recurses for each level,
 * and takes time for each value.
 */
const shapeError = (text: string, label: string): FieldError | undefined => {
  let [depth, values, isEmpty] = [0, 1, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign <= space) continue;
    if (sign === quote) at = stringEnd(text, at);
    else if (sign === comma || sign === colon) values += 1;
    else if (closing.has(sign)) {
      depth -= 1;
      if (isEmpty) values -= 1;
    }
    isEmpty = opening.has(sign);
    if (!isEmpty) continue;
    // Its first value, if it has one.
    values += 1;
    depth += 1;
    if (depth > jsonDepth) return fieldError(label, 'nestedTooDeep', { max: jsonDepth });
    if (values > jsonValues) break;
  }
  return values > jsonValues ? fieldError(label, 'tooManyValues', { max: jsonValues }) : undefined;
};

/**
 * Input that no field may have: a property name that JavaScript objects cannot hold, so that it would be lost silently,
 * and texts that take long to normalise. The input is not nested deeply.
 */
export const inputFaults = (input: unknown, path: readonly string[] = []): FieldError[] => {
  if (typeof input === 'string') {
    return hasStackedMarks(input) ? [fieldError(path.join('.'), 'tooManyMarks', { max: maxStackedMarks })] : [];
  }
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    name === '__proto__'
      ? [fieldError([...path, name].join('.'), 'unknownField')]
      : inputFaults(value, [...path, name]),
  );
};

/** The input, where it has nothing that every field forbids; otherwise throws a 400 that names each such field. */
export const requireInput = <T>(input: T, label: string): T => {
  const faults = inputFaults(input).map((fault) => (fault.path ? fault : { ...fault, path: label }));
  if (faults.length > 0) throw new InvalidInputError(faults, label);
  return input;
};

/**
 * Where a JSON text stops being valid, by V8's message; the message itself is not passed on, since it may quote the
 * text.
 */
const notJson = (label: string, message: string): FieldError => {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  return line && column
    ? fieldError(label, 'notJsonAt', { line: Number(line), column: Number(column) })
    : fieldError(label, 'notJson');
};

/** The value of a JSON text; throws a 400 where it is not valid, or too deep or large. `label` names the text. */
export const parseJson = (text: string, label: string): unknown => {
  const fault = shapeError(text, label);
  if (fault) throw new InvalidInputError([fault]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InvalidInputError([notJson(label, (error as Error).message)]);
  }
  return requireInput(value, label);
};
