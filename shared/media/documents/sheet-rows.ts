import { Parser } from 'htmlparser2';
import type { ZipParts } from './zip-parts.ts';

const shared = 'xl/sharedStrings.xml';

/** The texts that cells refer to by their number. */
const sharedStrings = async (parts: ZipParts): Promise<string[]> => {
  if (!parts.has(shared)) return [];
  const strings: string[] = [];
  let current = '';
  // What is said of how a text is pronounced repeats it.
  let isPhonetic = false;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (name === 'si') current = '';
        else if (name === 'rPh') isPhonetic = true;
      },
      ontext: (text) => {
        if (!isPhonetic) current += text;
      },
      onclosetag: (name) => {
        if (name === 'si') strings.push(current.trim());
        else if (name === 'rPh') isPhonetic = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(await parts.text(shared));
  return strings;
};

const rowsOf = (xml: string, strings: readonly string[]): string => {
  const pieces: string[] = [];
  let type: string | undefined;
  let value = '';
  const parser = new Parser(
    {
      onopentag: (name, { t }) => {
        if (name === 'c') [type, value] = [t, ''];
      },
      ontext: (text) => {
        value += text;
      },
      onclosetag: (name) => {
        if (name === 'c') {
          const text =
            type === 's' ? strings[Number(value)] : type === 'str' || type === 'inlineStr' ? value : undefined;
          if (text) pieces.push(text, ' ');
        } else if (name === 'row') pieces.push('\n\n');
        else if (name === 'f') value = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return pieces.join('');
};

/** The texts of the cells of sheets, row by row: a name may stand in two cells of one. */
export const sheetRows = async (parts: ZipParts, sheets: readonly string[]): Promise<string[]> => {
  const strings = await sharedStrings(parts);
  const rows: string[] = [];
  for (const sheet of sheets) rows.push(rowsOf(await parts.text(sheet), strings));
  // A text that no cell shows is in the file all the same.
  return [...rows, strings.join('\n\n')];
};
