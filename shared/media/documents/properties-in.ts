import { Parser } from 'htmlparser2';
import type { Property } from './shared/found-document.ts';
import { localName } from './shared/xml-text.ts';

/** What elements of some names say, and those for properties of people's own, whose names are in an attribute. */
export const propertiesIn = (xml: string, elements: ReadonlySet<string>, own: string): Property[] => {
  const found: Property[] = [];
  let [property, text] = ['', ''];
  const parser = new Parser(
    {
      onopentag: (prefixed, given) => {
        const element = localName(prefixed);
        if (element !== own && !elements.has(element)) return;
        text = '';
        property = element === own ? (given.name ?? given['meta:name'] ?? '') : element;
      },
      ontext: (piece) => {
        text += piece;
      },
      onclosetag: (prefixed) => {
        const element = localName(prefixed);
        if ((element === own || elements.has(element)) && text.trim())
          found.push({ name: property, value: text.trim() });
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
};
