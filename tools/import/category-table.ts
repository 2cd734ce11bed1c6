import * as z from 'zod';
import { type CategoryMapping, type CategoryTable, folded, tableOf } from '../../shared/model/import/category-table.ts';
import { slugSchema } from '../../shared/model/text/slug.ts';
import { csvRecords } from '../../shared/sheet/csv-records.ts';
import { SheetError } from '../../shared/sheet/sheet-error.ts';
import { commandLanguage } from '../command/command-language.ts';
import { say } from '../command/command-words.ts';

const labelled = z.array(z.object({ slug: slugSchema, label: z.record(z.string(), z.string()) }));

/** What of the site's settings a table names. */
export const tableSettingsSchema = z.object({ categories: labelled, campaigns: labelled });

type TableSettings = z.output<typeof tableSettingsSchema>;

const columns = ['from', 'category', 'campaign'] as const;

/** The places that a table names, by its rows. Throws `SheetError` with everything that is wrong with it. */
const placesOf = (text: string, { categories, campaigns }: TableSettings): [string, CategoryMapping][] => {
  const records = csvRecords(text, (title) => columns.some((column) => column === folded(title)), commandLanguage());
  const [header = [], ...rows] = records ?? [];
  const titles = header.map(folded);
  const unknown = titles.filter((title) => title !== '' && !columns.some((column) => column === title));
  if (!titles.includes('from') || unknown.length > 0 || new Set(titles).size < titles.length) {
    throw new SheetError(say('tableColumns', { columns: columns.join(', ') }));
  }
  const faults: string[] = [];
  const places = new Map<string, CategoryMapping>();
  for (const [index, row] of rows.entries()) {
    const cell = (column: (typeof columns)[number]) => row[titles.indexOf(column)]?.trim() || undefined;
    const [from, category, campaign] = columns.map(cell);
    if (!from && !category && !campaign) continue;
    const fault = (what: string) => faults.push(say('tableRow', { row: index + 2, what }));
    if (!from) fault('from');
    else if (places.has(folded(from))) fault(from);
    if (category && !categories.some(({ slug }) => slug === category)) fault(category);
    if (campaign && !campaigns.some(({ slug }) => slug === campaign)) fault(campaign);
    places.set(folded(from ?? ''), { category, campaign });
  }
  if (faults.length > 0) throw new SheetError(faults.join('\n'));
  return [...places];
};

/**
 * A table of categories: the rows of a CSV with the columns `from`, `category` and `campaign`, where there is one, and
 * the names that the site's categories have themselves.
 */
export const categoryTable = (text: string | undefined, settings: TableSettings): CategoryTable =>
  tableOf(settings.categories, text === undefined ? [] : placesOf(text, settings));
