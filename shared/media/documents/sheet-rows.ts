import { Parser } from 'htmlparser2';
import { columnOf } from '../../model/files/column-of.ts';
import type { HiddenPart } from '../../model/files/document.ts';
import { HiddenColumns } from './hidden/hidden-columns.ts';
import { attributeTexts, localName, wordsInFormula, type XmlReading, type XmlText } from './shared/xml-text.ts';

/** The texts that cells refer to by their number. */
const sharedStrings = (xml: string): string[] => {
  const strings: string[] = [];
  let current = '';
  // What is said of how a text is pronounced repeats it.
  let isPhonetic = false;
  const parser = new Parser(
    {
      onopentag: (prefixed) => {
        const name = localName(prefixed);
        if (name === 'si') current = '';
        else if (name === 'rPh') isPhonetic = true;
      },
      ontext: (text) => {
        if (!isPhonetic) current += text;
      },
      onclosetag: (prefixed) => {
        const name = localName(prefixed);
        if (name === 'si') strings.push(current.trim());
        else if (name === 'rPh') isPhonetic = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return strings;
};

/**
 * What is printed above and below a sheet (ECMA-376, part 1, 18.3.1.46), and the codes in it for fonts, colours, sizes,
 * sides and fields.
 */
const margin = /^(?:odd|even|first)(?:Header|Footer)$/;
const marginCode = /&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z&])/g;

/** Formulas of cells, and of lists that a cell can be chosen from. */
const formula = /^(?:f|formula[12]?)$/;

/** True of a row or column that is hidden, or so small that nothing is seen of it. */
const isHidden = ({ hidden = '', ht = '', width = '' }: Readonly<Record<string, string>>): boolean =>
  ['1', 'true'].includes(hidden) || [ht, width].some((size) => size !== '' && Number(size) === 0);

/** The text of sheets, and what of their cells is not shown. */
export interface SheetText extends XmlText {
  readonly hidden: readonly HiddenPart[];
}

const rowsOf = (xml: string, strings: readonly string[], attributes: XmlReading['attributes']): SheetText => {
  const pieces: string[] = [];
  const beside: string[] = [];
  const hidden = new Set<HiddenPart>();
  const hiddenColumns = new HiddenColumns();
  let isRowHidden = false;
  // From 1, as columns are counted where they are hidden.
  let column = 0;
  let type: string | undefined;
  let value = '';
  const parser = new Parser(
    {
      onopentag: (prefixed, given) => {
        const name = localName(prefixed);
        if (name === 'col' && isHidden(given)) hiddenColumns.add(Number(given.min), Number(given.max));
        if (name === 'row') {
          isRowHidden = isHidden(given);
          column = 0;
        }
        if (name === 'c') {
          type = given.t;
          column = given.r === undefined ? column + 1 : columnOf(given.r) + 1;
        }
        if (name === 'c' || margin.test(name) || formula.test(name)) value = '';
        beside.push(...attributeTexts(name, given, attributes));
      },
      ontext: (text) => {
        value += text;
      },
      onclosetag: (prefixed) => {
        const name = localName(prefixed);
        if (name === 'c') {
          const text =
            type === 's' ? strings[Number(value)] : type === 'str' || type === 'inlineStr' ? value : undefined;
          if (text) pieces.push(text, ' ');
          if (isRowHidden && value.trim() !== '') hidden.add('rows');
          if (value.trim() !== '' && hiddenColumns.has(column)) hidden.add('columns');
        } else if (name === 'row') pieces.push('\n\n');
        else if (margin.test(name)) pieces.push(value.replace(marginCode, ' '), '\n\n');
        else if (formula.test(name)) {
          beside.push(...wordsInFormula(value));
          value = '';
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { text: pieces.join(''), beside: beside.join('\n\n'), hidden: [...hidden] };
};

/** The texts of the cells of sheets, row by row: a name may stand in two cells of one. */
export const sheetRows = (
  sheets: readonly string[],
  shared: string | undefined,
  attributes: XmlReading['attributes'],
): SheetText[] => {
  const strings = shared === undefined ? [] : sharedStrings(shared);
  const read = sheets.map((sheet) => rowsOf(sheet, strings, attributes));
  // A text that no cell shows is in the file all the same.
  return [...read, { text: strings.join('\n\n'), beside: '', hidden: [] }];
};
