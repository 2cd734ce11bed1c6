import type { Key } from '../../aws/table.ts';
import { exhibitionKey } from './exhibition.ts';
import { slugsKey } from './page.ts';
import type { PublicChange } from './public-summary.ts';

/** The key of the item that says what is public of something. */
export const headKey = ({ kind, id }: Pick<PublicChange, 'kind' | 'id'>): Key =>
  kind === 'exhibition' ? exhibitionKey(id) : slugsKey(id, kind);
