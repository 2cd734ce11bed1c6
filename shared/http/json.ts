import type { FieldError } from '../model/field-error.ts';
import { hasStackedMarks, maxStackedMarks } from '../model/text.ts';
import { invalidInput } from './problem.ts';

/** Deepest nesting of objects and lists in a JSON text that is read: ours need five. */
export const jsonDepth = 32;

/** Most values in a JSON text that is read: a selection of 1,000 artworks has as many, the settings of a site fewer than 2,000. */
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

/** Why a JSON text is not parsed: what walks through its value afterwards calls itself for each level, and costs time for each value. */
const shapeFault = (text: string): string | undefined => {
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
    // What it holds first, if anything.
    values += 1;
    depth += 1;
    if (depth > jsonDepth) return `is nested more than ${jsonDepth} levels deep`;
    if (values > jsonValues) break;
  }
  return values > jsonValues ? `has more than ${jsonValues} names and values` : undefined;
};

/**
 * What in an input no field may have, whichever it is: a name that objects of JavaScript cannot hold, so that it would be lost without
 * a word, and texts that would take their time to be normalised. The input is not nested deeply.
 */
export const inputFaults = (input: unknown, path: readonly string[] = []): FieldError[] => {
  if (typeof input === 'string') {
    const message = `has more than ${maxStackedMarks} combining marks in a row`;
    return hasStackedMarks(input) ? [{ path: path.join('.'), message }] : [];
  }
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    name === '__proto__'
      ? [{ path: [...path, name].join('.'), message: 'is not known here' }]
      : inputFaults(value, [...path, name]),
  );
};

/** The input, where nothing in it is what no field may have; throws a 400 that names each such field else. */
export const requireInput = <T>(input: T, label: string): T => {
  const faults = inputFaults(input).map((fault) => (fault.path ? fault : { ...fault, path: label }));
  if (faults.length > 0) throw invalidInput(faults, label);
  return input;
};

/** The value of a JSON text; throws a 400 where it is none, or one that is not read. `label` names the text. */
export const parseJson = (text: string, label: string): unknown => {
  const fault = shapeFault(text);
  if (fault) throw invalidInput([{ path: label, message: fault }]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalidInput([{ path: label, message: `is not JSON: ${(error as Error).message}` }]);
  }
  return requireInput(value, label);
};
