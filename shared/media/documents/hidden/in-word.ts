import { Parser } from 'htmlparser2';
import type { HiddenPart } from '../../../model/files/document.ts';
import { localName } from '../shared/xml-text.ts';
import { hidingStylesAmong, type Style } from './inherited-hiding.ts';

/** How elements say that something is off (ECMA-376, part 1, 17.17.4); without a value it is on. */
const off = new Set(['0', 'false', 'off']);

type Attributes = Readonly<Record<string, string>>;

/** What an attribute says: each writer takes a prefix of its own. */
const attributeOf = (given: Attributes, name: string): string | undefined =>
  Object.entries(given).find(([key]) => localName(key) === name)?.[1];

const valueIn = (given: Attributes): string | undefined => attributeOf(given, 'val');

const isOn = (given: Attributes): boolean => !off.has(valueIn(given) ?? '');

/** What an element was before a recorded change, which is not how it looks now. */
const formerProperties = new Set(['rPrChange', 'pPrChange', 'trPrChange', 'tblPrChange']);

/** What the styles of a text of Word hide. */
export interface HidingStyles {
  /** True where any of them does. */
  readonly hidesText: boolean;
  /** The styles of characters and paragraphs that hide what has them. */
  readonly names: ReadonlySet<string>;
  /** True where Word hides a paragraph by the style that it names, or by the usual one where there is none such. */
  hidesParagraph(name?: string): boolean;
  /** The same of the text of a table. */
  hidesTable(name?: string): boolean;
}

interface WordStyle extends Style {
  readonly type: string;
  /** True of the style that Word gives to what names none. */
  readonly isUsual: boolean;
}

/** Stands for a name where there is none: XML may not hold this character. */
const nameless = '\0';

/**
 * Says of what names a style of a type whether Word hides it: it takes no notice of a style that is missing or of
 * another type (ECMA-376, part 1, 17.7.4.3). `otherwise` is what holds where no style says it.
 */
const hidingBy = (all: ReadonlyMap<string, WordStyle>, type: string, otherwise: boolean) => {
  const styles = new Map([...all].filter(([, style]) => style.type === type));
  const names = hidingStylesAmong(styles, otherwise);
  const usual = [...styles].flatMap(([name, { isUsual }]) => (isUsual ? [name] : []));
  const hidesOthers = usual.length > 0 ? usual.some((name) => names.has(name)) : otherwise;
  return { names, hides: (name = nameless) => names.has(name) || (!styles.has(name) && hidesOthers) };
};

/** The styles in a part of a text of Word that hide what has them. */
const hidingStylesIn = (xml: string): HidingStyles => {
  const styles = new Map<string, WordStyle>();
  const ofAll: WordStyle = { type: '', isUsual: false };
  let [style, former]: [WordStyle | undefined, number] = [undefined, 0];
  const parser = new Parser(
    {
      onopentag: (prefixed, given) => {
        const name = localName(prefixed);
        if (formerProperties.has(name)) former += 1;
        if (name === 'rPrDefault') style = ofAll;
        else if (name === 'style') {
          // A writer may give no name to the usual style, which nothing has to name.
          const id = attributeOf(given, 'styleId') ?? `${nameless}${styles.size}`;
          style = {
            ...styles.get(id),
            type: attributeOf(given, 'type') ?? 'paragraph',
            isUsual: ['1', 'true', 'on'].includes(attributeOf(given, 'default') ?? ''),
            parent: undefined,
          };
          styles.set(id, style);
        } else if (!style || former > 0) return;
        else if (name === 'basedOn') style.parent = valueIn(given);
        // That of a table says it of some of its cells, too.
        else if (name === 'vanish') style.isHidden ||= isOn(given);
      },
      onclosetag: (prefixed) => {
        const name = localName(prefixed);
        if (formerProperties.has(name)) former -= 1;
        if (name === 'style' || name === 'rPrDefault') style = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  const paragraphs = hidingBy(styles, 'paragraph', ofAll.isHidden ?? false);
  return {
    hidesText: [ofAll, ...styles.values()].some(({ isHidden }) => isHidden),
    names: new Set([...paragraphs.names, ...hidingBy(styles, 'character', false).names]),
    hidesParagraph: paragraphs.hides,
    hidesTable: hidingBy(styles, 'table', false).hides,
  };
};

/** The styles of a text of Word that hide what has them, in one of the parts that keep styles. */
export const hidingStylesOfWord = (parts: readonly string[]): HidingStyles => {
  const found = parts.map(hidingStylesIn);
  return {
    hidesText: found.some((styles) => styles.hidesText),
    names: new Set(found.flatMap(({ names }) => [...names])),
    hidesParagraph: (name) => found.some((styles) => styles.hidesParagraph(name)),
    hidesTable: (name) => found.some((styles) => styles.hidesTable(name)),
  };
};

/**
 * What a part of a text of Word hides: text without a look, by itself, by its style or that of its table, rows of
 * tables, and text that was deleted while changes were recorded.
 */
export const hiddenInWord = (xml: string, styles: HidingStyles): Set<HiddenPart> => {
  const found = new Set<HiddenPart>();
  if (!styles.hidesText && !/vanish|hidden|delText|moveFrom/.test(xml)) return found;
  // Whether the paragraphs and runs that are open hide their text, the rows theirs, and the tables by their styles.
  const [texts, rows, tables]: [boolean[], boolean[], boolean[]] = [[], [], []];
  let [isText, isOfMark, moved, former] = [false, false, 0, 0];
  const hide = (isHidden: boolean): void => {
    if (texts.length > 0) texts[texts.length - 1] = isHidden;
  };
  /** True where the run around a paragraph hides it, or its table does, whatever its own style. */
  const isAround = (run: boolean | undefined): boolean => run === true || tables.at(-1) === true;
  const parser = new Parser(
    {
      onopentag: (prefixed, given) => {
        const name = localName(prefixed);
        if (formerProperties.has(name)) former += 1;
        if (former > 0) return;
        if (name === 'p') texts.push(styles.hidesParagraph() || isAround(texts.at(-1)));
        else if (name === 'r') texts.push(texts.at(-1) === true);
        else if (name === 'tr') rows.push(rows.at(-1) === true);
        else if (name === 'pPr') isOfMark = true;
        else if (name === 'tbl') tables.push(styles.hidesTable() || tables.at(-1) === true);
        else if (name === 'tblStyle' && tables.length > 0)
          tables[tables.length - 1] = styles.hidesTable(valueIn(given)) || tables.at(-2) === true;
        else if (name === 'pStyle') hide(styles.hidesParagraph(valueIn(given)) || isAround(texts.at(-2)));
        else if (name === 'rStyle' && styles.names.has(valueIn(given) ?? nameless) && !isOfMark) hide(true);
        // What is said of the end of a paragraph hides none of its text.
        else if (name === 'vanish' && !isOfMark) hide(isOn(given));
        else if (name === 'hidden' && rows.length > 0) rows[rows.length - 1] ||= isOn(given);
        else if (name === 't') isText = true;
        else if (name === 'delText') found.add('deletedText');
        else if (name === 'moveFrom') moved += 1;
      },
      ontext: (text) => {
        if (!isText || text.trim() === '') return;
        if (texts.at(-1)) found.add('text');
        if (rows.at(-1)) found.add('rows');
        if (moved > 0) found.add('deletedText');
      },
      onclosetag: (prefixed) => {
        const name = localName(prefixed);
        if (formerProperties.has(name)) former -= 1;
        if (former > 0) return;
        if (name === 't') isText = false;
        else if (name === 'p' || name === 'r') texts.pop();
        else if (name === 'tr') rows.pop();
        else if (name === 'tbl') tables.pop();
        else if (name === 'pPr') isOfMark = false;
        else if (name === 'moveFrom') moved -= 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
};

/** True of a part with drawings that are hidden. Excel hides the drawings behind its own buttons and boxes. */
export const hasHiddenDrawing = (xml: string): boolean => {
  if (!xml.includes('hidden')) return false;
  let [isFound, isHidden] = [false, false];
  const isName = (prefixed: string): boolean => ['docPr', 'cNvPr'].includes(localName(prefixed));
  const parser = new Parser(
    {
      onopentag: (prefixed, { hidden }) => {
        if (isName(prefixed)) isHidden = hidden === '1' || hidden === 'true';
        else if (localName(prefixed) === 'compatExt') isHidden = false;
      },
      onclosetag: (prefixed) => {
        if (isName(prefixed)) isFound ||= isHidden;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return isFound;
};
