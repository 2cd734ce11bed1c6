import { hash } from 'node:crypto';
import { countsPrefix } from '../../media/keys.ts';

/**
 * The file in the media store that has the count of views of an event or an exhibition: one of 256, by a digest of the
 * id.
 */
export const countsKey = (id: string): string => `${countsPrefix}${hash('sha256', id, 'hex').slice(0, 2)}.json`;
