import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { issueCode } from '../../../shared/refusals/issue-code.ts';
import { issueErrors } from '../../../shared/refusals/issue-errors.ts';
import { readIssueCode } from '../../../shared/refusals/read-issue-code.ts';

const errorsOf = (schema: z.ZodType, input: unknown) => {
  const { error } = schema.safeParse(input, { reportInput: true });
  return (error?.issues ?? []).flatMap(issueErrors);
};

describe('what zod finds wrong', () => {
  it.each<[string, z.ZodType, unknown, object]>([
    ['a value that is missing', z.string(), undefined, { code: 'required' }],
    ['a choice that is missing', z.enum(['a']), undefined, { code: 'required' }],
    ['a value of another type', z.string(), 1, { code: 'wrongType', params: { expected: 'string' } }],
    [
      'a list in place of a record',
      z.record(z.string(), z.string()),
      [],
      { code: 'wrongType', params: { expected: 'object' } },
    ],
    [
      'another type than a date',
      z.iso.date(issueCode('invalidDay')),
      1,
      { code: 'wrongType', params: { expected: 'string' } },
    ],
    ['no whole number', z.int(), 1.5, { code: 'notAnInteger' }],
    ['not a number', z.number(), Number.NaN, { code: 'wrongType', params: { expected: 'number' } }],
    ['a number beyond the safe ones', z.int(), 1e300, { code: 'tooBig', params: { max: Number.MAX_SAFE_INTEGER } }],
    ['a number that is too small', z.int().positive(), 0, { code: 'tooSmall', params: { min: 1 } }],
    ['a number that is too large', z.int().max(5), 6, { code: 'tooBig', params: { max: 5 } }],
    ['a number that is no multiple', z.number().multipleOf(1), 1.5, { code: 'notAnInteger' }],
    ['a text that is too long', z.string().max(2), 'abc', { code: 'tooLong', params: { max: 2 } }],
    ['a text that is too short', z.string().min(2), 'a', { code: 'tooShort', params: { min: 2 } }],
    ['an empty text', z.string().min(1), '', { code: 'empty' }],
    ['a list that is too long', z.array(z.int()).max(1), [1, 2], { code: 'tooManyItems', params: { max: 1 } }],
    ['an empty list', z.array(z.int()).min(1), [], { code: 'tooFewItems', params: { min: 1 } }],
    ['no choice of a list', z.enum(['a', 'b']), 'c', { code: 'invalidChoice', params: { allowed: ['a', 'b'] } }],
    ['no literal', z.literal(1), 2, { code: 'invalidChoice', params: { allowed: ['1'] } }],
    ['a field that is not known', z.strictObject({}), { x: 1 }, { path: 'x', code: 'unknownField' }],
    [
      'a key of another form',
      z.record(z.string().regex(/^a/, issueCode('invalidLocale')), z.any()),
      { b: 1 },
      { path: 'b', code: 'invalidLocale' },
    ],
    ['no branch of a union', z.union([z.string(), z.int()]), true, { code: 'invalidValue' }],
    [
      'no branch, where the schema says what is meant',
      z.union([z.string(), z.int()], issueCode('invalidIdOrSlug')),
      true,
      { code: 'invalidIdOrSlug' },
    ],
    ['a form that zod knows', z.url(), 'x', { code: 'invalidValue' }],
    ['a check that says nothing', z.string().refine(() => false), 'x', { code: 'invalidValue' }],
    [
      'a check with parameters',
      z.string().refine(() => false, issueCode('tooManyBytes', { max: 9 })),
      'x',
      { code: 'tooManyBytes', params: { max: 9 } },
    ],
  ])('with %s is one of our reasons', (_, schema, input, expected) => {
    expect(errorsOf(schema, input)).toEqual([{ path: '', ...expected }]);
  });

  it('is named where it is', () => {
    expect(errorsOf(z.strictObject({ a: z.array(z.strictObject({ b: z.string() })) }), { a: [{ b: 1 }] })).toEqual([
      { path: 'a.0.b', code: 'wrongType', params: { expected: 'string' } },
    ]);
  });
});

describe('the code in the message of an issue', () => {
  it('comes back with its parameters', () => {
    expect(readIssueCode(issueCode('outOfRange', { min: 1, max: 9 }))).toEqual({
      code: 'outOfRange',
      params: { min: 1, max: 9 },
    });
    expect(readIssueCode(issueCode('invalidId'))).toEqual({ code: 'invalidId' });
  });

  it.each(['Invalid input', 'toString', '', 'is missing'])('is not read from %j', (message) => {
    expect(readIssueCode(message)).toBeUndefined();
  });
});
