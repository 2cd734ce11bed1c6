import * as z from 'zod';
import { lineInLanguages, paragraphsInLanguages } from '../languages/in-languages.ts';
import { webAddress } from '../site/web-address.ts';

/** A number of degrees within some bounds. */
const degrees = (most: number) => z.number().min(-most).max(most);

/** Where something takes place: on Earth, on the web, or both. Its words are for each language. */
export const placeSchema = z.strictObject({
  name: lineInLanguages(300).optional(),
  address: lineInLanguages(500).optional(),
  /** In degrees of WGS 84; one does not stand without the other. */
  latitude: degrees(90).optional(),
  longitude: degrees(180).optional(),
  onlineUrl: webAddress('https://example.org/live').optional(),
  /** How people reach and use it who cannot walk, see or hear well. */
  accessibility: paragraphsInLanguages(1_000).optional(),
});

export type Place = z.output<typeof placeSchema>;
