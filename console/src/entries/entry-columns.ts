import { type ArtworkContent, entryStatuses } from '../../../shared/model/exhibitions/artwork.ts';
import type { Entry } from './entry.ts';

/** The fields of an entry that can be changed in the grid itself. */
export const editedColumns = ['title', 'alt', 'artist', 'age', 'school', 'region', 'status'] as const;

export type EditedColumn = (typeof editedColumns)[number];

/** All columns of the grid, in their order. */
export const gridColumns = ['select', 'picture', ...editedColumns, 'consent', 'problems'] as const;

export type GridColumn = (typeof gridColumns)[number];

export const isEdited = (column: GridColumn): column is EditedColumn =>
  editedColumns.some((edited) => edited === column);

const paths: Readonly<Record<EditedColumn, string>> = {
  ...{ title: 'translations.*.title', alt: 'translations.*.alt', artist: 'artist.name', age: 'artist.ageAtEntry' },
  ...{ school: 'artist.school', region: 'artist.region', status: 'status' },
};

/** The field that a column shows, as the API names it; texts are those of a language. */
export const pathOf = (column: EditedColumn, locale: string): string => paths[column].replace('*', locale);

export const valueAt = (entry: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], entry);

/** What is in a cell, as it is typed. */
export const cellText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/**
 * The value of what was typed into a cell; undefined for nothing. What is no number stays as it is: the API refuses it
 * in words.
 */
export const cellValue = (column: EditedColumn, typed: string): string | number | undefined => {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return undefined;
  return column === 'age' && /^\d{1,3}$/.test(text) ? Number(text) : text;
};

/**
 * The states that a person chooses from; `selected` and `not-selected` follow from the selection, and lie beside
 * `entered`.
 */
export const statusOf = ({ status }: Pick<Entry, 'status'>): ArtworkContent['status'] =>
  entryStatuses.find((one) => one === status) ?? 'entered';
