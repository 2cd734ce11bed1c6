import { Parser } from 'htmlparser2';

/** What elements are to their surroundings, by their names without the prefix, of which each writer takes its own. */
export interface XmlReading {
  /**
   * Elements that are a paragraph, read apart from one that they stand in, as a note does. Within a cell they only part
   * words.
   */
  readonly paragraphs: ReadonlySet<string>;
  /** Elements that part words. */
  readonly spaces: ReadonlySet<string>;
  /** Cells of a table: those of a row are read as one paragraph, since a name may stand in two of them. */
  readonly cells: ReadonlySet<string>;
  /** Paragraphs that only describe: alternative texts. */
  readonly descriptions?: ReadonlySet<string>;
  /** Attributes that hold words, wherever they stand (`descr`) or at one element (`sheet name`). */
  readonly attributes: ReadonlySet<string>;
}

/**
 * The text of XML, and the words beside it: alternative texts, names of sheets. A picture with these is a scan all the
 * same.
 */
export interface XmlText {
  readonly text: string;
  readonly beside: string;
}

/** The name of an element or attribute without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Attributes that hold formulas, of which only what stands in quotation marks is words. */
const formulas = new Set(['formula', 'condition', 'expression']);

/** What a formula says in quotation marks. */
export const wordsInFormula = (formula: string): string[] =>
  [...formula.matchAll(/"([^"]*)"/g)].map(([, words = '']) => words);

const wordsOf = (name: string, value: string): string[] =>
  formulas.has(name) ? wordsInFormula(value) : [value.replaceAll('_', ' ')];

/** The words in the attributes of an element; where names may hold no space, an underscore stands for one. */
export const attributeTexts = (
  element: string,
  attributes: Readonly<Record<string, string>>,
  read: XmlReading['attributes'],
): string[] =>
  Object.entries(attributes).flatMap(([name, value]) =>
    value && (read.has(localName(name)) || read.has(`${element} ${localName(name)}`))
      ? wordsOf(localName(name), value)
      : [],
  );

/** Reads an XML document. Entities of a document of its own are not followed. */
export const xmlText = (xml: string, { paragraphs, spaces, cells, descriptions, attributes }: XmlReading): XmlText => {
  const texts: string[] = [];
  const beside: string[] = [];
  // The paragraph that is read, within those that it stands in.
  const open: string[][] = [[]];
  let depth = 0;
  const say = (text: string): void => void open.at(-1)?.push(text);
  const parser = new Parser(
    {
      onopentag: (prefixed, given) => {
        const name = localName(prefixed);
        beside.push(...attributeTexts(name, given, attributes));
        if (paragraphs.has(name) && depth === 0) open.push([]);
        else if (paragraphs.has(name) || spaces.has(name)) say(' ');
        if (cells.has(name)) depth += 1;
      },
      ontext: say,
      onclosetag: (prefixed) => {
        const name = localName(prefixed);
        if (cells.has(name)) depth -= 1;
        if (paragraphs.has(name) && depth === 0)
          (descriptions?.has(name) ? beside : texts).push(open.pop()?.join('') ?? '');
        else if (paragraphs.has(name) || spaces.has(name) || cells.has(name)) say(' ');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { text: [...texts, ...open.map((pieces) => pieces.join(''))].join('\n\n'), beside: beside.join('\n\n') };
};
