import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { eventPage } from '../../../../shared/public/pages/event-page.ts';
import { card, event, picture, site, structuredData } from './page-samples.ts';

const now = new Date('2022-11-01T00:00:00Z');

const pageOf = (over: Parameters<typeof event>[0] = {}, cards = [card()]) => eventPage(event(over), cards, site, now);

/** Text as hostile as it can be while it is one that the domain accepts. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='a",
    '<!--',
    ']]>',
    '\u2028',
  ),
  fc
    .array(fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '-', '!', 'script', 'style', ' '))
    .map((parts) => parts.join('')),
);

describe('hostile text', () => {
  it('adds no element and no attribute, wherever it stands', () => {
    // As a browser parses it: what looks like an attribute inside a value or in structured data is none.
    const shape = (page: string) => {
      const found: string[] = [];
      const parser = new Parser({ onopentag: (name, attributes) => found.push(name, ...Object.keys(attributes)) });
      parser.end(page);
      return found;
    };
    const made = (text: string) =>
      eventPage(
        event({
          title: text,
          summary: text,
          place: { name: text, address: text, accessibility: text },
          ...{ price: text, contact: text, organisers: [{ name: text, role: 'host' }], tags: [text] },
          pictures: [picture('cover', text)],
          category: { slug: 'events', label: text },
        }),
        [card({ title: text })],
        {
          ...site,
          title: { az: text },
          quotation: { az: { text, speaker: text } },
          contact: { address: { az: text } },
        },
        now,
      ).body;
    const expected = shape(made('x'));
    fc.assert(
      fc.property(
        hostile.filter((text) => text.trim() !== ''),
        (text) => {
          expect(shape(made(text))).toEqual(expected);
        },
      ),
      { examples: [[' script=']] },
    );
  });

  it('comes through structured data as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [article] = structuredData(pageOf({ title: text }).body)['@graph'];
        expect(article.headline).toBe(text);
      }),
    );
  });
});
