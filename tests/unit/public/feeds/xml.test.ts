import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { element, xmlDocument } from '../../../../shared/public/feeds/xml.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';
import { hostile } from './feed-samples.ts';

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, parseTagValue: false },
  ...{ parseAttributeValue: false, alwaysCreateTextNode: true, htmlEntities: true },
});

/** What a parser must read where `text` was written: all of it but what XML has no way to write. */
const readable = (text: string): string =>
  [...text.toWellFormed()]
    .filter((one) => one >= ' ' || '\t\n\r'.includes(one))
    .filter((one) => one !== '\ufffe' && one !== '\uffff')
    .join('');

const anyText = fc.oneof(fc.string({ unit: anyCharacter }), fc.string(), fc.constantFrom(...hostile));

describe('an XML document', () => {
  it('is well-formed and reads as it was written, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, attribute) => {
        const document = xmlDocument(element('a', [element('b', text, { c: attribute })]));
        expect(XMLValidator.validate(document)).toBe(true);
        const { b } = parser.parse(document).a;
        expect(b['#text'] ?? '').toBe(readable(text));
        expect(b.c ?? '').toBe(readable(attribute));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out attributes without a value', () => {
    expect(xmlDocument(element('a', '', { b: undefined, c: 1 }))).toContain('<a c="1"/>');
  });
});
