import { hash } from 'node:crypto';
import type { TextField } from '../../model/names/text-fields.ts';

/** What a confirmation is bound to: SHA-256 of the text as it is stored, in hex. */
export const textHash = (text: string): string => hash('sha256', text, 'hex');

/** The hashes of some texts, wherever they stand. */
export const hashesOfTexts = (fields: readonly TextField[]): ReadonlySet<string> =>
  new Set(fields.map(({ text }) => textHash(text)));
