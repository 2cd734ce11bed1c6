import { Parser } from 'htmlparser2';

/** What the text of an element is to its surroundings, by its name with the prefix that the format gives it. */
export interface XmlReading {
  /** Elements that end a paragraph. Within a cell of a table they only part words. */
  readonly paragraphs: ReadonlySet<string>;
  /** Elements that part words. */
  readonly spaces: ReadonlySet<string>;
  /** Cells of a table: those of a row are read as one paragraph, since a name may stand in two of them. */
  readonly cells: ReadonlySet<string>;
}

/** The text of an XML document. Entities of a document of its own are not followed. */
export const xmlText = (xml: string, { paragraphs, spaces, cells }: XmlReading): string => {
  const pieces: string[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (cells.has(name)) depth += 1;
      },
      ontext: (text) => pieces.push(text),
      onclosetag: (name) => {
        if (cells.has(name)) depth -= 1;
        if (paragraphs.has(name) && depth <= 0) pieces.push('\n\n');
        else if (paragraphs.has(name) || spaces.has(name) || cells.has(name)) pieces.push(' ');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return pieces.join('');
};
