import { getItem } from '../../aws/table.ts';
import { exhibitionKey } from './exhibition.ts';
import { slugsKey } from './page.ts';
import { type PublicChange, type PublicSummary, publicSummaryIn } from './public-summary.ts';
import { showcaseTable } from './table.ts';

/** What is public of an event or an exhibition now, read consistently; `undefined` where it never was. */
export const readPublicSummary = async (kind: PublicChange['kind'], id: string): Promise<PublicSummary | undefined> => {
  const key = kind === 'event' ? slugsKey(id) : exhibitionKey(id);
  const item = await getItem(showcaseTable, key, undefined, { isConsistent: true, attributes: 'face' });
  return publicSummaryIn(item);
};
