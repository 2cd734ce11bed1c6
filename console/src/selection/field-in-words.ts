import type { SelectionWords } from './words.ts';

/** What a field of an exhibition or an artwork is called, by its path: the last part that has a name. */
export const fieldInWords = (path: string, { fields }: Pick<SelectionWords, 'fields'>): string => {
  const names: Readonly<Record<string, string>> = fields;
  const parts = path.split('.');
  const at = parts.findLast((part) => names[part] !== undefined);
  const nth = parts.map(Number).find((part) => Number.isInteger(part));
  const name = (at && names[at]) ?? path;
  return nth === undefined ? name : `${name} ${nth + 1}`;
};
