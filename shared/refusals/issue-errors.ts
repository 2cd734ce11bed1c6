import type * as z from 'zod';
import type { Reason } from './codes.ts';
import type { FieldError } from './field-error.ts';
import type { JsonType } from './names.ts';
import { readIssueCode } from './read-issue-code.ts';
import { reason } from './reason.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;

/** The types of JSON by the names that zod has for what it expects. */
const jsonTypes: Readonly<Record<string, JsonType>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
  record: 'object',
  array: 'array',
  tuple: 'array',
  null: 'null',
};

const ofType = ({ expected }: IssueOf<'invalid_type'>): Reason => {
  if (expected === 'int') return reason('notAnInteger');
  const type = jsonTypes[expected];
  return type ? reason('wrongType', { expected: type }) : reason('invalidValue');
};

const listOrigins = new Set(['array', 'set', 'map']);

const tooSmall = ({ origin, minimum, inclusive, exact }: IssueOf<'too_small'>): Reason => {
  const min = Number(minimum) + (inclusive === false && !exact ? 1 : 0);
  if (origin === 'string') return min === 1 ? reason('empty') : reason('tooShort', { min });
  return listOrigins.has(origin) ? reason('tooFewItems', { min }) : reason('tooSmall', { min });
};

const tooBig = ({ origin, maximum, inclusive, exact }: IssueOf<'too_big'>): Reason => {
  const max = Number(maximum) - (inclusive === false && !exact ? 1 : 0);
  if (origin === 'string') return reason('tooLong', { max });
  return listOrigins.has(origin) ? reason('tooManyItems', { max }) : reason('tooBig', { max });
};

/**
 * What zod finds wrong with a value, as one of our reasons: that of the schema where it names one. None of zod's own
 * words is used.
 */
const reasonOf = (issue: Issue): Reason => {
  const isMissing = issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  if (isMissing) return reason('required');
  // A value of another type is said to be that, also where the schema speaks of its form.
  if (issue.code === 'invalid_type') return ofType(issue);
  const named = readIssueCode(issue.message);
  if (named) return named;
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return reason('invalidChoice', { allowed: issue.values.map(String) });
    case 'not_multiple_of':
      return issue.divisor === 1 ? reason('notAnInteger') : reason('invalidValue');
    case 'invalid_format':
      if (issue.format === 'date') return reason('invalidDay');
      return issue.format === 'datetime' ? reason('invalidTime') : reason('invalidValue');
    default:
      return reason('invalidValue');
  }
};

/** The errors of an issue that zod has found, by the paths of the fields. */
export const issueErrors = (issue: Issue): FieldError[] => {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), ...reason('unknownField') }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => ({ path: path.join('.'), ...reasonOf(inner) }));
  }
  return [{ path: path.join('.'), ...reasonOf(issue) }];
};
