import type { InLanguages } from '../../words/words.ts';

/** How many works have something that is not saved. */
const unsavedIn: InLanguages<(works: number) => string> = {
  en: (works) =>
    works === 0 ? 'All of it is saved.' : `Works with something that is not saved: ${works}. It stands above the list.`,
  az: (works) =>
    works === 0
      ? 'Hamısı saxlanılıb.'
      : `Saxlanılmayan məlumatı olan əsər: ${works}. Saxlanılmayanlar siyahının üstündədir.`,
  ru: (works) =>
    works === 0 ? 'Всё сохранено.' : `Работ, где сохранено не всё: ${works}. Несохранённое — над списком.`,
};

const en = {
  title: 'Paste cells',
  will: (cells: number, rows: number) => `Cells that will change: ${cells}, in rows: ${rows}.`,
  nothing: 'Nothing would change.',
  unchanged: (cells: number) => `Cells that hold this already: ${cells}.`,
  to: (before: string, after: string) => `“${before}” → “${after}”`,
  empty: 'empty',
  more: (count: number) => `… and ${count} more.`,
  refused: (count: number) => `Not pasted (${count})`,
  column: (name: string, cells: number) => `${name}: this column cannot be pasted into (cells: ${cells}).`,
  columns: (cells: number) => `There are no more columns in the list (cells: ${cells}).`,
  rows: (rows: number) => `There are no more rows in the list (copied rows left over: ${rows}).`,
  readOnly: (columns: string, n: number) => `Entry ${n}: you may not change this here: ${columns}.`,
  value: (text: string, message: string) => `“${text}”: ${message}`,
  paste: (cells: number) => `Paste (${cells})`,
  saved: (cells: number, unsaved: number) => `Pasted cells: ${cells}. ${unsavedIn.en(unsaved)}`,
  pasted: (cells: number) => `Pasted cells: ${cells}.`,
  undo: 'Undo pasting',
  undoing: 'The cells are put back as soon as they are saved.',
  undone: (cells: number, unsaved: number) =>
    `Cells put back: ${cells}. What somebody has changed since then stays. ${unsavedIn.en(unsaved)}`,
  keep: 'Hide this line',
  tooLong: 'Nothing is pasted: it is more than an exhibition can hold. Paste it in parts.',
};

type PasteWords = typeof en;

const az: PasteWords = {
  title: 'Xanaları yapışdır',
  will: (cells, rows) => `Dəyişəcək xana: ${cells}, sətir: ${rows}.`,
  nothing: 'Heç nə dəyişməyəcək.',
  unchanged: (cells) => `Onsuz da belə olan xana: ${cells}.`,
  to: (before, after) => `«${before}» → «${after}»`,
  empty: 'boş',
  more: (count) => `… və daha ${count}.`,
  refused: (count) => `Yapışdırılmır (${count})`,
  column: (name, cells) => `${name}: bu sütuna yapışdırmaq olmur (xana: ${cells}).`,
  columns: (cells) => `Siyahıda daha sütun yoxdur (xana: ${cells}).`,
  rows: (rows) => `Siyahıda daha sətir yoxdur (artıq qalan sətir: ${rows}).`,
  readOnly: (columns, n) => `${n} nömrəli əsər: bunu burada dəyişə bilməzsiniz: ${columns}.`,
  value: (text, message) => `«${text}»: ${message}`,
  paste: (cells) => `Yapışdır (${cells})`,
  saved: (cells, unsaved) => `Yapışdırılan xana: ${cells}. ${unsavedIn.az(unsaved)}`,
  pasted: (cells) => `Yapışdırılan xana: ${cells}.`,
  undo: 'Yapışdırmanı geri qaytar',
  undoing: 'Xanalar saxlanılan kimi əvvəlki halına qaytarılacaq.',
  undone: (cells, unsaved) =>
    `Geri qaytarılan xana: ${cells}. Sonradan dəyişdirilənlər olduğu kimi qalır. ${unsavedIn.az(unsaved)}`,
  keep: 'Bu sətri gizlət',
  tooLong: 'Heç nə yapışdırılmır: bu, sərginin tuta biləcəyindən çoxdur. Hissə-hissə yapışdırın.',
};

const ru: PasteWords = {
  title: 'Вставить ячейки',
  will: (cells, rows) => `Изменится ячеек: ${cells}, строк: ${rows}.`,
  nothing: 'Ничего не изменится.',
  unchanged: (cells) => `Ячеек, где это уже стоит: ${cells}.`,
  to: (before, after) => `«${before}» → «${after}»`,
  empty: 'пусто',
  more: (count) => `… и ещё ${count}.`,
  refused: (count) => `Не вставляется (${count})`,
  column: (name, cells) => `${name}: в этот столбец вставить нельзя (ячеек: ${cells}).`,
  columns: (cells) => `В списке больше нет столбцов (ячеек: ${cells}).`,
  rows: (rows) => `В списке больше нет строк (осталось скопированных строк: ${rows}).`,
  readOnly: (columns, n) => `Работа ${n}: здесь вам нельзя менять: ${columns}.`,
  value: (text, message) => `«${text}»: ${message}`,
  paste: (cells) => `Вставить (${cells})`,
  saved: (cells, unsaved) => `Вставлено ячеек: ${cells}. ${unsavedIn.ru(unsaved)}`,
  pasted: (cells) => `Вставлено ячеек: ${cells}.`,
  undo: 'Отменить вставку',
  undoing: 'Ячейки будут возвращены, как только сохранятся.',
  undone: (cells, unsaved) => `Возвращено ячеек: ${cells}. Изменённое с тех пор остаётся. ${unsavedIn.ru(unsaved)}`,
  keep: 'Скрыть эту строку',
  tooLong: 'Ничего не вставлено: это больше, чем вмещает выставка. Вставляйте по частям.',
};

/** The words of pasting cells. */
export const pasteWords: InLanguages<PasteWords> = { az, en, ru };
