import { bodyExample } from '../../../shared/openapi/examples.ts';
import type { StaffRouteName } from '../cloud/staff-process.ts';

type Path = readonly (string | number)[];

/** What Markdown is made of. */
const markup = ['*', '**a ', '[', '[a](', '`a', '<', '&', '|', '> ', '- ', '<!--'];

/**
 * What a text is filled with: what normalising, trimming, parsing Markdown or a regular expression could take long for.
 */
const fillers: readonly string[] = [
  ...['a', ' ', '\n', ' \n', 'a ', 'a-', '-', '/', '0', '%41', '\\', '"'],
  ...markup,
  ...['ə', '😀', 'İ', '\u1fa7', '\u1100\u1161\u11a8', 'e\u0301\u0323', '\u0301\u0323', '\u0344', '\u200d', 'ﷺ'],
];

/** The fields of each kind of text, of which one is tried with everything; others are tried with these. */
const thorough = new Set(['title', 'body', 'description', 'fileName', 'url', 'timeZone', 'name', '0']);
const usual = ['a', ' ', '\u0301\u0323'];

const fillersOf = (path: Path): readonly string[] =>
  thorough.has(String(path.at(-1))) && !['en', 'ru', 1].some((other) => path.includes(other)) ? fillers : usual;

/** As many whole repetitions as fit into so many bytes of JSON. */
const filled = (filler: string, bytes: number): string => {
  const each = Buffer.byteLength(JSON.stringify(filler)) - 2;
  return filler.repeat(Math.max(1, Math.floor(bytes / each)));
};

/** The paths of everything in a value. */
const pathsIn = (value: unknown, path: Path = []): { path: Path; value: unknown }[] => [
  { path, value },
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name]))
    : []),
];

/** The value with another one at a path. */
export const replaced = (value: unknown, [name, ...rest]: Path, by: unknown): unknown => {
  if (name === undefined) return by;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as unknown as Record<number, unknown>)
    : { ...(value as object) };
  copy[name] = replaced(copy[name], rest, by);
  return copy;
};

/** A body of about so many bytes, and what is in it. */
export interface CostlyBody {
  readonly what: string;
  readonly of: (bytes: number) => string;
  /** True where the route takes it, however long: what is refused is looked at less. */
  readonly isTaken?: true;
}

const json = (what: string, of: (bytes: number) => unknown): CostlyBody => ({
  what,
  of: (bytes) => JSON.stringify(of(bytes)),
});

/** A text that is accepted, in a field that holds 100,000 characters: so many at a million bytes. */
const accepted = (filler: string, bytes: number): string =>
  filler.repeat(Math.ceil(bytes / 10 / filler.length)).slice(0, bytes / 10);

const many = <T>(bytes: number, each: number, make: (n: number) => T): T[] =>
  Array.from({ length: Math.floor(bytes / each) }, (_, n) => make(n));

const locales = (bytes: number, value: unknown): object =>
  Object.fromEntries(
    many(bytes, 24, (n) => [`a${String.fromCharCode(97 + (n % 26))}-${n.toString(36)}`.padEnd(5, '0'), value]),
  );

/** What may be written in a field whose value is one of an example, and costs time. */
const inField = (example: unknown, { path, value }: { path: Path; value: unknown }): CostlyBody[] => {
  const at = path.join('.') || 'body';
  const put = (what: string, of: (bytes: number) => unknown) =>
    json(`${at}: ${what}`, (bytes) => replaced(example, path, of(bytes)));
  if (typeof value === 'string')
    return fillersOf(path).map((filler) => put(JSON.stringify(filler), (n) => filled(filler, n)));
  if (Array.isArray(value)) {
    return [put('numbers', (n) => many(n, 2, () => 0)), put('texts', (n) => many(n, 32, () => value[0] ?? 'x'))];
  }
  if (typeof value === 'object') {
    return [
      put('fields', (n) => Object.fromEntries(many(n, 12, (one) => [`x${one}`, 0]))),
      put('languages', (n) => locales(n, {})),
      put('one long name', (n) => ({ [filled('x', n)]: 0 })),
      put('one long name of marks', (n) => ({ [filled('\u0301\u0323', n)]: 0 })),
    ];
  }
  return [];
};

/** A text in three languages. */
const texts = (field: string, filler: string): CostlyBody =>
  json(`${field} in three languages: ${JSON.stringify(filler)}`, (bytes) => ({
    translations: Object.fromEntries(
      ['az', 'en', 'ru'].map((locale) => [locale, { title: 'x', [field]: accepted(filler, bytes) }]),
    ),
  }));

/** A text that is rendered. */
const rendered = (filler: string): CostlyBody => ({
  ...json(`a text that is rendered: ${JSON.stringify(filler)}`, (bytes) => ({
    locale: 'az',
    body: accepted(filler, bytes),
  })),
  isTaken: true,
});

let line = 0;

/** An archive whose lines are accepted, each with a text of its own. */
const lines = (example: string, bytes: number, body: (length: number) => string): string => {
  const item = JSON.parse(example);
  return many(bytes, 5_300, () => {
    line += 1;
    const translations = { az: { title: 'x', body: body(5_000) } };
    return JSON.stringify({ ...item, externalId: `costly ${line}`, redirectsFrom: [], translations });
  }).join('\n');
};

/** Two lines whose bodies in HTML are as long as they may be at a million bytes. */
const wideLines = (item: object, bytes: number, filler: string): string =>
  [1, 2]
    .map((n) => {
      const body = filler.repeat((bytes * 0.38) / filler.length);
      const translations = { az: { title: 'x', body } };
      return JSON.stringify({ ...item, externalId: `wide ${n}`, redirectsFrom: [], format: 'html', translations });
    })
    .join('\n');

/** Bodies that cost a route as much as any that we can think of. */
export const costlyBodies = (name: StaffRouteName): CostlyBody[] => {
  const example = bodyExample(name);
  const anywhere: CostlyBody[] = [
    { what: 'lists in lists', of: (n) => '['.repeat(n / 2) + ']'.repeat(n / 2) },
    { what: 'lists that do not end', of: (n) => '['.repeat(n) },
    {
      what: 'lists 30 deep, one after the other',
      of: (n) => `[${many(n, 61, () => `${'['.repeat(30)}${']'.repeat(30)}`).join()}]`,
    },
    { what: 'one long number', of: (n) => '1'.repeat(n) },
    { what: 'a text that does not end', of: (n) => `"${'\\u0041'.repeat(n / 6)}` },
    { what: 'spaces', of: (n) => ' '.repeat(n) },
  ];
  if (typeof example === 'string') {
    const item = JSON.parse(example);
    return [
      ...anywhere,
      ...pathsIn(item).flatMap((field) => inField(item, field)),
      ...['**a '].map((filler) => ({
        what: `lines that are imported: ${JSON.stringify(filler)}`,
        of: (n: number) => lines(example, n, (length) => `x${filled(filler, length)}`),
      })),
      ...['<div>a', '<tr><td><b>a', '<tr><td>a<td>b', '</i><b>'].map((filler) => ({
        what: `lines of HTML: ${JSON.stringify(filler)}`,
        of: (n: number) => wideLines(item, n, filler),
      })),
      { what: 'empty lines', of: (n) => '\n'.repeat(n) },
      { what: 'lines of marks', of: (n) => lines(example, n, (length) => filled('\u0301\u0323', length)) },
    ];
  }
  const field = { createEvent: 'body', createExhibition: 'description' }[name as string];
  return [
    ...anywhere,
    ...pathsIn(example).flatMap((one) => inField(example, one)),
    ...(name === 'renderText' ? [...markup, 'ə', '![a](upload:'].map(rendered) : []),
    ...(field ? ['x', 'ə', 'ﷺ', '**a ', 'e\u0301\u0323'].map((filler) => texts(field, filler)) : []),
  ];
};
