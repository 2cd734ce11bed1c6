import { Parser } from 'htmlparser2';

/** What the text of an element is to its surroundings: a paragraph of its own, parted by a space, or left out. */
export interface XmlReading {
  /** Elements that end a paragraph, by their names with the prefix that the format gives them. */
  readonly paragraphs: ReadonlySet<string>;
  /** Elements that part words. */
  readonly spaces: ReadonlySet<string>;
}

/** The text of an XML document. Entities of a document of its own are not followed. */
export const xmlText = (xml: string, { paragraphs, spaces }: XmlReading): string => {
  const pieces: string[] = [];
  const parser = new Parser(
    {
      ontext: (text) => pieces.push(text),
      onclosetag: (name) => {
        if (paragraphs.has(name)) pieces.push('\n\n');
        else if (spaces.has(name)) pieces.push(' ');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return pieces.join('');
};
