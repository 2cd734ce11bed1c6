import fc from 'fast-check';
import { anyCharacter } from './any-text.ts';

/** Texts that a field may be given by those who mean harm, or by a program that has lost its way. */
const texts: readonly string[] = [
  ...['', ' ', '\n', '\u0000', '\u202e', '\ufeff', '\ud800', '\udfff\ud83d', '😀', 'İ', 'ß', 'ﷺ', 'e\u0301'.repeat(20)],
  ...[`e${'\u0301'.repeat(9)}`, 'a'.repeat(400), 'ə'.repeat(5_001), ' '.repeat(10_000), '\u0323\u0301'.repeat(5_000)],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    '[object Object]',
  ],
  ...[
    'az',
    'en',
    'xx',
    'aa-bb',
    'AZ',
    'az-',
    '../../etc/passwd',
    '%00',
    '{{7*7}}',
    '#{7*7}',
    "' OR 1=1 --",
    '<script>',
  ],
  ...['2022-02-30', '0000-00-00', '9999-12-31T23:59:60Z', '2022-11-18T08:00:00+99:99', '-000001-01-01', 'P1Y'],
  ...['01ARZ3NDEKTSV4RRFFQ69G5FAV', '81ARZ3NDEKTSV4RRFFQ69G5FAV', '0'.repeat(26), 'http://[::1', 'javascript:alert(1)'],
  ...[
    'https://user:pass@example.org:99999/',
    'http://169.254.169.254/',
    'Asia/Baku',
    'Etc/../Zone',
    'a#b',
    'a/b',
    'a.b',
  ],
];

/** Values as they are written: some of them JSON.parse reads as something else. */
const tokens: readonly string[] = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e400', '-1e400', '1e-400', '9007199254740993', '1E+2'],
  ...[
    '999999999999999999999999999999',
    '0.1e1',
    '{}',
    '[]',
    '[[]]',
    '[null]',
    '{"": ""}',
    '""',
    '"\\u0000"',
    '"\\ud800"',
  ],
  ...['{"__proto__": {"status": "published"}}', '{"\\u005f_proto__": 1}', '{"constructor": {"prototype": 1}}'],
  ...['{"a": 1, "a": {"a": 2}}', '[1,2,3]', `${'['.repeat(31)}${']'.repeat(31)}`, `${'['.repeat(40)}${']'.repeat(40)}`],
  `{${Array.from({ length: 900 }, (_, n) => `"a${String.fromCharCode(97 + (n % 26))}-${(n % 900) + 100}": {}`).join()}}`,
  `{${Array.from({ length: 300 }, (_, n) => `"unknown ${n}": ${n}`).join()}}`,
  `[${Array.from({ length: 3_000 }, () => '"01ARZ3NDEKTSV4RRFFQ69G5FAV"').join()}]`,
  // What is no JSON at all.
  ...[
    '01',
    '+1',
    '.5',
    'NaN',
    'undefined',
    "'a'",
    '{a: 1}',
    '[1,]',
    '{"a"}',
    '"\t"',
    '"\\x"',
    '',
    '/* */ 1',
    '\u00a01',
  ],
];

const token = fc.oneof(
  fc.constantFrom(...tokens),
  fc.constantFrom(...texts).map((text) => JSON.stringify(text)),
  fc.string({ unit: anyCharacter, maxLength: 40 }).map((text) => JSON.stringify(text)),
  fc.double().map(String),
  fc.json({ maxDepth: 4 }),
);

const name = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: anyCharacter, maxLength: 20 }));

/** A value with places in it, at each of which something else may stand. */
type Places = readonly (string | number)[];

const placesIn = (value: unknown, path: Places = []): Places[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))
    : []),
];

/**
 * The text of a value with other text at a place: instead of it, beside it in its object or list, or nothing at all.
 */
const written = (value: unknown, place: Places, how: 'instead' | 'beside' | 'without', other: string): string => {
  const [key, ...rest] = place;
  if (key === undefined) return how === 'beside' ? `${JSON.stringify(value)} ${other}` : how === 'without' ? '' : other;
  const members = Object.entries(value as object).flatMap(([member, inner]) => {
    const label = Array.isArray(value) ? '' : `${JSON.stringify(member)}:`;
    if (member !== String(key)) return [`${label}${JSON.stringify(inner)}`];
    if (rest.length > 0) return [`${label}${written(inner, rest, how, other)}`];
    if (how === 'without') return [];
    return how === 'instead' ? [`${label}${other}`] : [`${label}${JSON.stringify(inner)}`, `${label}${other}`];
  });
  return Array.isArray(value) ? `[${members.join()}]` : `{${members.join()}}`;
};

/**
 * Texts that are nearly one that a route takes: some place of it is something else, or has something else beside it.
 */
const near = (example: unknown): fc.Arbitrary<string> => {
  const places = placesIn(example);
  return fc
    .tuple(
      fc.constantFrom(...places),
      fc.constantFrom('instead', 'instead', 'beside', 'without'),
      token,
      fc.option(name),
    )
    .map(([place, how, other, key]) => {
      const text = written(example, place, how, other);
      // A field that nobody knows, in front.
      return key === null || !text.startsWith('{')
        ? text
        : `{${JSON.stringify(key)}:${other}${text === '{}' ? '' : ','}${text.slice(1)}`;
    });
};

/** Any JSON, and what is nearly JSON. */
const grammar: fc.Arbitrary<string> = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, token, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }).map((all) => `[${all.join()}]`),
  object: fc
    .array(fc.tuple(name, tie('value')), { maxLength: 4 })
    .map((all) => `{${all.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
})).value;

/** Bodies for a route that takes something like the example. */
export const hostileBody = (example: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: near(example) },
    { weight: 2, arbitrary: grammar },
    { weight: 1, arbitrary: near(example).map((text) => text.slice(0, text.length / 2)) },
  );

/** What may stand in an address in place of an id, a language or a number. */
export const hostilePart: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts).map((text) => text.slice(0, 100)),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.integer().map(String),
);

/** How the bytes of a body are sent: type, coding, and what is done to them. */
export const sendings = [
  ...['application/json', 'application/json', 'application/json', 'application/merge-patch+json'],
  ...['application/json; charset=utf-16', 'APPLICATION/JSON;', 'text/plain', 'application/x-www-form-urlencoded', ''],
] as const;
