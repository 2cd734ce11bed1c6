import { getItem } from '../../aws/table.ts';
import { headKey } from './head-key.ts';
import { type PublicChange, type PublicSummary, publicSummaryIn } from './public-summary.ts';
import { showcaseTable } from './table.ts';

/** What is public of an event or an exhibition now, read consistently; `undefined` where it never was. */
export const readPublicSummary = async (kind: PublicChange['kind'], id: string): Promise<PublicSummary | undefined> => {
  const key = headKey({ kind, id });
  const item = await getItem(showcaseTable, key, undefined, { isConsistent: true, attributes: 'face' });
  return publicSummaryIn(item);
};
