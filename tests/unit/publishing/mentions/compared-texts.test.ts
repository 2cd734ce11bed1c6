import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { eventContentSchema } from '../../../../shared/model/events/event.ts';
import { artworkContentSchema } from '../../../../shared/model/exhibitions/artwork.ts';
import { exhibitionContentSchema } from '../../../../shared/model/exhibitions/exhibition.ts';
import { idSchema } from '../../../../shared/model/id.ts';
import { NameIndex } from '../../../../shared/model/names/name-index.ts';
import { nameKeys } from '../../../../shared/model/names/name-keys.ts';
import { siteFields } from '../../../../shared/model/names/site-fields.ts';
import {
  artworkFields,
  eventFields,
  exhibitionFields,
  fieldPathOf,
  type TextField,
} from '../../../../shared/model/names/text-fields.ts';
import { siteSchema } from '../../../../shared/model/site/site.ts';
import { daySchema } from '../../../../shared/model/time/day.ts';
import { instantSchema } from '../../../../shared/model/time/instant.ts';
import { occasionSchema } from '../../../../shared/model/time/occasion.ts';
import { readersTexts } from '../../../../shared/publishing/mentions/readers-text.ts';

/** What is no name of a person by its form. */
const formal: readonly z.core.$ZodType[] = [idSchema, instantSchema, daySchema, occasionSchema];

/** What the definitions of several types of zod say. */
interface Definition extends z.core.$ZodTypeDef {
  readonly innerType: z.core.$ZodType;
  readonly in: z.core.$ZodType;
  readonly out: z.core.$ZodType;
  readonly shape: Readonly<Record<string, z.core.$ZodType>>;
  readonly valueType: z.core.$ZodType;
  readonly element: z.core.$ZodType;
  readonly options: readonly z.core.$ZodType[];
}

/** A value in which each string is its own path, and those paths. */
const sampleOf = (schema: z.core.$ZodType, path = ''): { value: unknown; paths: string[] } => {
  if (formal.includes(schema)) return { value: '2026-01-01', paths: [] };
  const below = (name: string): string => (path ? `${path}.${name}` : name);
  const def = schema._zod.def as Definition;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return sampleOf(def.innerType, path);
    case 'pipe':
      return sampleOf(def.in._zod.def.type === 'transform' ? def.out : def.in, path);
    case 'object': {
      const parts = Object.entries(def.shape).map(([name, part]) => [name, sampleOf(part, below(name))] as const);
      return {
        value: Object.fromEntries(parts.map(([name, part]) => [name, part.value])),
        paths: parts.flatMap(([, part]) => part.paths),
      };
    }
    case 'record': {
      const { value, paths } = sampleOf(def.valueType, below('az'));
      return { value: { az: value }, paths };
    }
    case 'array': {
      const { value, paths } = sampleOf(def.element, below('0'));
      return { value: [value], paths };
    }
    case 'union': {
      const all = def.options.map((one) => sampleOf(one, path));
      const objects = all.flatMap(({ value }) => (typeof value === 'object' && value !== null ? [value] : []));
      const value = objects.length > 0 ? Object.assign({}, ...objects) : all[0]?.value;
      return { value, paths: all.flatMap(({ paths }) => paths) };
    }
    case 'string':
    case 'template_literal':
      return { value: path, paths: [path] };
    case 'enum':
    case 'literal':
    case 'number':
    case 'int':
    case 'boolean':
      return { value: undefined, paths: [] };
    default:
      throw new Error(`${path} is of a type that this test does not know: ${def.type}`);
  }
};

/** What of the public schemas is compared with no name, and why. */
const exceptions: Readonly<Record<string, string>> = {
  category: 'it is one of the settings, which are compared themselves',
  rights: 'it is one of the addresses of Creative Commons and RightsStatements.org',
  'navigation.0.category': 'it is one of the categories',
  defaultLocale: 'it is the code of a language',
  'locales.0': 'it is the code of a language',
  timeZone: 'it is one of the names of the IANA',
  'colours.accent': 'it is a colour',
  'colours.header': 'it is a colour',
  'confirmedMentions.0.locale': 'it is never public',
  'confirmedMentions.0.field': 'it is never public',
  'confirmedMentions.0.textHash': 'it is never public',
  'artist.name': 'it is the name itself, and shown as consent allows',
  'artist.school': 'it is shown as consent allows',
  'artist.region': 'it is shown as consent allows',
  'artist.consent.guardian': 'it is never public',
};

const compared: [string, z.core.$ZodType, (value: never) => TextField[]][] = [
  ['an event, a page or a notice', eventContentSchema, eventFields],
  ['an exhibition', exhibitionContentSchema, exhibitionFields],
  ['an artwork', artworkContentSchema, artworkFields],
  ['the settings', siteSchema, siteFields],
];

describe('what is compared with withheld names', () => {
  it.each(compared)('is every text and address of %s', (_, schema, fieldsOf) => {
    const { value, paths } = sampleOf(schema);
    const found = fieldsOf(value as never);
    expect(paths.length).toBeGreaterThan(3);
    // Each holds its own path: so neither is another text compared under its name.
    expect(found.filter((field) => field.text !== fieldPathOf(field) && !field.field.startsWith('files.'))).toEqual([]);
    const missing = paths.filter((path) => !found.some(({ text }) => text === path));
    expect(missing.filter((path) => !(path in exceptions))).toEqual([]);
  });

  it('needs every exception', () => {
    const paths = compared.flatMap(([, schema]) => sampleOf(schema).paths);
    expect(Object.keys(exceptions).filter((path) => !paths.includes(path))).toEqual([]);
  });
});

describe('an address', () => {
  const index = new NameIndex([nameKeys('Aysel Məmmədova')]);
  const kindsIn = (text: string) =>
    readersTexts({ field: 'bookingUrl', text, form: 'address' }).flatMap((one) => [
      ...(index.find(one.text, one.isAddress).get(0) ?? []),
    ]);

  it.each([
    'https://kult.az/aysel-memmedova',
    'https://kult.az/qaliblər/aysel_memmedova.html?yer=1',
    'https://kult.az/?ad=Aysel&soyad=M%C9%99mm%C9%99dova',
    'https://kult.az/%FF/Aysel+M%C9%99mm%C9%99dova',
    'https://kult.az/aysel.%20memmedova',
    'https://aysel.memmedova.az:8443/',
    'https://ayselmemmedova.az/',
    'aysel-memmedova-qalib',
  ])('is read word by word: %s', (address) => {
    expect(kindsIn(address)).toContain('full');
  });

  it('is read word by word where its host is in letters that need a code', () => {
    expect(kindsIn(new URL('https://aysel-məmmədova.az/').href)).toContain('full');
  });

  it('names nobody by words of others', () => {
    expect(kindsIn('https://kult.az/az/biletler?sergi=2026')).toEqual([]);
  });
});
