import { globSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventContentSchema, eventSchema } from '../../../shared/model/events/event.ts';
import { artworkSchema } from '../../../shared/model/exhibitions/artwork.ts';
import { exhibitionSchema } from '../../../shared/model/exhibitions/exhibition.ts';
import { knownFields, withUnknownFields } from '../../../shared/model/json/known-fields.ts';
import { readStored, StoredValueError } from '../../../shared/model/json/read-stored.ts';
import { siteSchema } from '../../../shared/model/site/site.ts';
import { instantSchema } from '../../../shared/model/time/instant.ts';

const root = join(import.meta.dirname, '../../..');

const schema = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  state: z.enum(['draft', 'published']),
  at: instantSchema.optional(),
  tags: z.array(z.string()).default([]),
  texts: z.record(z.string(), z.strictObject({ title: z.string().max(5).optional() })).default({}),
  parts: z.array(z.strictObject({ slug: z.string(), size: z.int().optional() })).default([]),
});

const plain = { id: 'a', state: 'draft', tags: [], texts: { az: { title: 'Bir' } }, parts: [{ slug: 'x', size: 1 }] };

/** The value with a field that nothing knows in each object of it, records aside. */
const later = {
  ...plain,
  texts: { az: { title: 'Bir', subtitle: 'İki' } },
  parts: [{ slug: 'x', size: 1, colour: 'red' }],
  reviewer: { name: 'N' },
};

describe('what is stored', () => {
  it('is read with everything that a later release has added', () => {
    expect(readStored(schema, later)).toEqual(later);
    // A choice, a length and a format that a later release allows.
    const other = { ...plain, id: 'A-1', state: 'inReview', at: 'soon', texts: { az: { title: 'Uzun başlıq' } } };
    expect(readStored(schema, other)).toEqual(other);
  });

  it('has the defaults of what an earlier release did not know, each of its own', () => {
    const [one, other] = [readStored(schema, { id: 'a', state: 'draft' }), readStored(schema, { id: 'b', state: 'x' })];
    expect(one).toEqual({ id: 'a', state: 'draft', tags: [], texts: {}, parts: [] });
    one.tags.push('of one only');
    expect(other.tags).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{ ...plain, state: undefined }, 'choice at state'],
    [{ ...plain, id: 7 }, 'string at id'],
    [{ ...plain, tags: { secret: 1 } }, 'array at tags'],
    [{ ...plain, texts: { az: { title: { secret: 1 } } } }, 'string at texts.az.title'],
    [{ ...plain, parts: [{ slug: 'x' }, 'secret'] }, 'object at parts.1'],
    ['secret', 'object at its root'],
    [null, 'object at its root'],
    [[], 'object at its root'],
  ])('is refused where it is no such value, by its place and never by what stands there: %j', (value, place) => {
    const read = () => readStored(schema, value);
    expect(read).toThrow(StoredValueError);
    expect(read).toThrow(place);
    expect(read).not.toThrow('secret');
  });

  it('can be read by every schema of the domain and of the showcase', async () => {
    const files = globSync('shared/{model,showcase,desk}/**/*.ts', { cwd: root });
    let found = 0;
    for (const file of files) {
      for (const one of Object.values(await import(join(root, file)))) {
        if (!(one instanceof z.ZodType)) continue;
        found += 1;
        try {
          readStored(one, {});
        } catch (error) {
          expect(error, file).toBeInstanceOf(StoredValueError);
        }
      }
    }
    expect(found).toBeGreaterThan(40);
  });
});

describe('what is known of a value', () => {
  it('is what its schema says, in its order, on every level', () => {
    const known = knownFields(schema, readStored(schema, { ...later, tags: ['t'] }));
    expect(JSON.stringify(known)).toBe(JSON.stringify(schema.parse({ ...plain, tags: ['t'] })));
  });

  it('is in answers of several forms that of the form', () => {
    const answer = z.discriminatedUnion('known', [
      z.strictObject({ known: z.literal(true), id: z.string() }),
      z.strictObject({ known: z.literal(false), url: z.string() }),
    ]);
    expect(knownFields(answer, { known: false, url: 'u', id: 'i' } as never)).toEqual({ known: false, url: 'u' });
    expect(knownFields(z.looseObject({ id: z.string() }), { id: 'i', other: 1 })).toEqual({ id: 'i', other: 1 });
    expect(knownFields(z.undefined(), undefined)).toBe(undefined);
  });

  it('is all of what this release has written', () => {
    const event = {
      ...{ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', status: 'draft', version: 1, createdBy: 'a', updatedBy: 'a' },
      ...{ createdAt: '2022-11-18T10:00:00.000Z', updatedAt: '2022-11-18T10:00:00.000Z' },
      ...{ category: 'events', translations: { az: { title: 'Bir', slug: 'bir' } }, published: { locales: ['az'] } },
    };
    const parsed = eventSchema.parse(event);
    expect(readStored(eventSchema, event)).toEqual(parsed);
    expect(knownFields(eventSchema, parsed)).toEqual(parsed);
  });
});

describe('a new version of what is stored', () => {
  const written = (after: object) => withUnknownFields(schema, later, after as never);

  it('keeps what the one before holds and this release does not know', () => {
    const after = { ...plain, state: 'published', texts: { az: { title: 'Üç' }, en: { title: 'Three' } } };
    expect(written(after)).toEqual({
      ...after,
      texts: { az: { title: 'Üç', subtitle: 'İki' }, en: { title: 'Three' } },
      parts: [{ slug: 'x', size: 1, colour: 'red' }],
      reviewer: { name: 'N' },
    });
    expect(withUnknownFields(schema, undefined, plain as never)).toEqual(plain);
  });

  it('brings nothing back that was taken out, and overrules nothing', () => {
    expect(written({ ...plain, texts: {}, parts: [] })).toEqual({
      ...{ ...plain, texts: {}, parts: [], reviewer: { name: 'N' } },
    });
    expect(written({ ...later, reviewer: null })).toEqual({ ...later, reviewer: null });
    expect(withUnknownFields(schema, { ...later, at: '2022-11-18T10:00:00.000Z' }, plain as never)).not.toHaveProperty(
      'at',
    );
  });

  it('finds the elements of a list again: alike, of the same slug, or at the same place', () => {
    const parts = (...all: object[]) => ({ ...plain, parts: all });
    const before = parts({ slug: 'x', size: 1, a: 1 }, { slug: 'y', b: 1 }, { slug: 'z', c: 1 });
    const partsAfter = (...all: object[]) =>
      withUnknownFields(schema, before, parts(...all) as z.output<typeof schema>).parts;
    expect(partsAfter({ slug: 'z' }, { slug: 'x', size: 2 })).toEqual([
      { slug: 'z', c: 1 },
      { slug: 'x', size: 2, a: 1 },
    ]);
    expect(partsAfter({ slug: 'new' }, { slug: 'y' })).toEqual([{ slug: 'new' }, { slug: 'y', b: 1 }]);
    const organisers = (...all: object[]) => ({ organisers: all });
    const named = (name: string, over: object = {}) => ({ name: { az: name }, role: 'host', ...over });
    const renamed = withUnknownFields(
      exhibitionSchema,
      organisers(named('Bir', { url: 'one' }), named('İki', { url: 'two' })),
      organisers(named('Üç'), named('İki')) as never,
    );
    expect(renamed).toEqual(organisers(named('Üç', { url: 'one' }), named('İki', { url: 'two' })));
  });

  it('keeps every field that is not known, wherever it stands, and no more than there was', () => {
    const name = fc.constantFrom('__proto__', 'constructor', 'toString', 'later', 'version2');
    const extra = fc.dictionary(name, fc.jsonValue(), { maxKeys: 3 });
    fc.assert(
      fc.property(extra, extra, extra, (top, text, part) => {
        const json = {
          ...plain,
          ...top,
          texts: { az: { title: 'Bir', ...text } },
          parts: [{ slug: 'x', ...part }],
        };
        const before = readStored(schema, JSON.parse(JSON.stringify(json)));
        const after = withUnknownFields(schema, before, knownFields(schema, before));
        expect(after).toEqual(before);
        expect(knownFields(schema, after)).toEqual(schema.parse({ ...plain, parts: [{ slug: 'x' }] }));
      }),
    );
  });

  it.each([
    ['an event', eventContentSchema],
    ['an artwork', artworkSchema],
    ['the settings', siteSchema],
  ])('is the new one where nothing is unknown: %s', (_name, its) => {
    const after = { translations: { az: { title: 'T' } }, categories: [{ slug: 'a', label: { az: 'A' } }] };
    expect(withUnknownFields(its, after, after as never)).toEqual(after);
  });
});
