import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonBody } from '../../../../shared/http/parse.ts';
import { problemDocument } from '../../../../shared/http/problem-document.ts';
import { inputFaults, jsonDepth, jsonValues, parseJson } from '../../../../shared/model/json/parse-json.ts';
import { ConflictError, InvalidInputError } from '../../../../shared/refusals/application-error.ts';
import { boundedErrors, fieldError, maxErrors, wordErrors } from '../../../../shared/refusals/field-error.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';

const refusal = (text: string): readonly { path: string; message: string }[] => {
  try {
    parseJson(text, 'body');
  } catch (error) {
    if (error instanceof InvalidInputError)
      return wordErrors(error.errors ?? [], 'en').map(({ path, message }) => ({ path, message }));
    throw error;
  }
  return [];
};

const nested = (levels: number, [open, close]: readonly [string, string]): string =>
  `${open.repeat(levels)}0${close.repeat(levels)}`;

describe('a JSON text', () => {
  it.each<[string, readonly [string, string]]>([
    ['lists', ['[', ']']],
    ['objects', ['{"a":', '}']],
    ['both by turns', ['[{"a":', '}]']],
  ])('may be nested 32 levels deep, and no deeper: %s', (_, signs) => {
    const levels = jsonDepth / (signs[0].startsWith('[{') ? 2 : 1);
    expect(refusal(nested(levels, signs))).toEqual([]);
    const deeper = [{ path: 'body', message: 'is nested more than 32 levels deep' }];
    expect(refusal(nested(levels + 1, signs))).toEqual(deeper);
    expect(refusal(nested(150_000, signs))).toEqual(deeper);
    // Also where it never ends.
    expect(refusal(signs[0].repeat(150_000))).toEqual(deeper);
  });

  it('may hold brackets in its strings, also behind quotation marks and backslashes', () => {
    const strings = ['['.repeat(99), '"'.repeat(99) + '{'.repeat(99), '\\'.repeat(99), `\\"${'['.repeat(99)}`];
    for (const text of strings) expect(parseJson(JSON.stringify({ [text]: text }), 'body')).toEqual({ [text]: text });
    expect(refusal(`"${'['.repeat(99)}`)).toEqual([
      { path: 'body', message: expect.stringContaining('is not JSON: ') },
    ]);
  });

  it('may hold 10,000 names and values', () => {
    const list = (length: number) => JSON.stringify(Array.from({ length }, () => 0));
    expect(refusal(list(jsonValues - 1))).toEqual([]);
    expect(refusal(list(jsonValues))).toEqual([{ path: 'body', message: 'has more than 10000 names and values' }]);
    const lists = (length: number) => JSON.stringify(Array.from({ length }, () => [{}, [], 'a:,[{']));
    expect(refusal(lists(2_499))).toEqual([]);
    expect(refusal(lists(2_500))).toHaveLength(1);
    const object = JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`a${n}`, {}])));
    expect(refusal(object)).toHaveLength(1);
  });

  it('is read as JSON.parse reads it, where it is neither deep nor large', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const value = JSON.parse(text);
        if (inputFaults(value).length === 0) expect(parseJson(text, 'body')).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['plainly', '"__proto__"', ['a.__proto__']],
    ['with an escaped underscore', '"\\u005f_proto__"', ['a.__proto__']],
    [
      'with every character escaped',
      `"${[...'__proto__'].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
      ['a.__proto__'],
    ],
    ['twice', '"__proto__": 1, "b": 2, "\\u005F\\u005Fproto__"', ['a.__proto__']],
    ['as something else', '"__proto", "x": "__proto__"', undefined],
  ])('may have no field that objects cannot hold, written %s', (_, name, expected) => {
    const errors = refusal(`{"a": {${name}: {"status": "published"}}}`);
    if (expected) expect(errors).toEqual(expected.map((path) => ({ path, message: 'is not known here' })));
    else expect(errors[0]?.message).toMatch(/^is not JSON/);
  });

  it('may have __proto__ in a text', () => {
    expect(parseJson('{"title": "__proto__", "x": "\\"__proto__\\": 1"}', 'body')).toEqual({
      ...{ title: '__proto__', x: '"__proto__": 1' },
    });
  });

  it('may stack no more than eight marks, in whichever field', () => {
    const text = `e${'\u0301\u0323'.repeat(5)}`;
    const message = 'has more than 8 combining marks in a row';
    expect(refusal(JSON.stringify({ a: [{ b: text }], c: 'e\u0301' }))).toEqual([{ path: 'a.0.b', message }]);
    expect(refusal(JSON.stringify(text))).toEqual([{ path: 'body', message }]);
  });

  it('may begin with a byte order mark, in a body', () => {
    const body = Buffer.from('\ufeff{"a":1}').toString('base64');
    expect(parseJsonBody(body, true, 'application/json')).toEqual({ a: 1 });
  });
});

describe('a refusal', () => {
  const errors = fc.array(
    fc.string({ unit: anyCharacter, maxLength: 5_000 }).map((path) => fieldError(path, 'required')),
    { maxLength: 200 },
  );

  it('names at most 50 errors, the last of which counts the others', () => {
    expect(boundedErrors(Array(50).fill(fieldError('a', 'required')))).toHaveLength(50);
    const many = boundedErrors(Array(60_000).fill(fieldError('a', 'required')), 'body');
    expect(many).toHaveLength(maxErrors);
    expect(many.at(-1)).toEqual(fieldError('body', 'moreErrors', { count: 59_951 }));
    fc.assert(fc.property(errors, (all) => boundedErrors(all).length === Math.min(all.length, maxErrors)));
  });

  it('is an answer that can be sent, however long the names are that it repeats', () => {
    const path = '"\\\u0001ə🎨'.repeat(100_000);
    const errors = Array(60_000).fill(
      fieldError(path, 'unknownValue', { value: path, known: Array(9_000).fill(path) }),
    );
    for (const error of [new InvalidInputError(errors), new ConflictError(errors)]) {
      const document = problemDocument(error, 'az');
      expect(JSON.stringify(JSON.stringify(document)).length).toBeLessThan(1_000_000);
      for (const { path: shown, message } of document.errors ?? []) {
        expect(shown.isWellFormed()).toBe(true);
        expect(message.isWellFormed()).toBe(true);
      }
    }
  });
});
