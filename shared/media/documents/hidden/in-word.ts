import { Parser } from 'htmlparser2';
import type { HiddenPart } from '../../../model/files/document.ts';
import { localName } from '../shared/xml-text.ts';
import { hidingStylesAmong, type Style } from './inherited-hiding.ts';

/** How elements say that something is off (ECMA-376, part 1, 17.17.4); without a value it is on. */
const off = new Set(['0', 'false', 'off']);

/** What the only attribute that matters here says, whatever its prefix. */
const valueIn = (given: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(given).find(([key]) => localName(key) === 'val')?.[1];

const isOn = (given: Readonly<Record<string, string>>): boolean => !off.has(valueIn(given) ?? '');

/** What an element was before a recorded change, which is not how it looks now. */
const formerProperties = new Set(['rPrChange', 'pPrChange', 'trPrChange', 'tblPrChange']);

/** Styles by whose names text has no look, and whether paragraphs without a style have none. */
export interface HidingStyles {
  readonly names: ReadonlySet<string>;
  readonly hidesOthers: boolean;
}

interface WordStyle extends Style {
  /** True of the style of paragraphs that name none. */
  readonly isUsual: boolean;
}

/** What is said of all text: every style of paragraphs is based on it at last. */
const ofAll = '';

/** The styles in a part of a text of Word that hide what has them. */
const hidingStylesIn = (xml: string): HidingStyles => {
  const styles = new Map<string, WordStyle>();
  let [style, former]: [WordStyle | undefined, number] = [undefined, 0];
  const parser = new Parser(
    {
      onopentag: (prefixed, given) => {
        const name = localName(prefixed);
        if (formerProperties.has(name)) former += 1;
        const named = (key: string): string | undefined => given[`w:${key}`] ?? given[key];
        if (name === 'rPrDefault') {
          style = { isUsual: false };
          styles.set(ofAll, style);
        } else if (name === 'style') {
          const id = named('styleId') ?? '';
          const isOfParagraphs = (named('type') ?? 'paragraph') === 'paragraph';
          style = {
            ...styles.get(id),
            isUsual: isOfParagraphs && ['1', 'true', 'on'].includes(named('default') ?? ''),
            parent: isOfParagraphs ? ofAll : undefined,
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
  const names = hidingStylesAmong(styles);
  const usual = [...styles].flatMap(([name, { isUsual }]) => (isUsual ? [name] : []));
  return { names, hidesOthers: (usual.length > 0 ? usual : [ofAll]).some((name) => names.has(name)) };
};

/** The styles of a text of Word that hide what has them, in one of the parts that keep styles. */
export const hidingStylesOfWord = (parts: readonly string[]): HidingStyles => {
  const found = parts.map(hidingStylesIn);
  return {
    names: new Set(found.flatMap(({ names }) => [...names])),
    hidesOthers: found.some(({ hidesOthers }) => hidesOthers),
  };
};

/**
 * What a part of a text of Word hides: text without a look, by itself, by its style or that of its table, rows of
 * tables, and text that was deleted while changes were recorded.
 */
export const hiddenInWord = (xml: string, styles: HidingStyles): Set<HiddenPart> => {
  const found = new Set<HiddenPart>();
  if (styles.names.size === 0 && !/vanish|hidden|delText|moveFrom/.test(xml)) return found;
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
        const isStyled = styles.names.has(valueIn(given) ?? '');
        if (name === 'p') texts.push(styles.hidesOthers || isAround(texts.at(-1)));
        else if (name === 'r') texts.push(texts.at(-1) === true);
        else if (name === 'tr') rows.push(rows.at(-1) === true);
        else if (name === 'pPr') isOfMark = true;
        else if (name === 'tbl') tables.push(tables.at(-1) === true);
        else if (name === 'tblStyle' && tables.length > 0) tables[tables.length - 1] ||= isStyled;
        else if (name === 'pStyle') hide(isStyled || isAround(texts.at(-2)));
        else if (name === 'rStyle' && isStyled && !isOfMark) hide(true);
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
