import type { StaffCatalogue } from './catalogue.ts';
import type { Language } from './language.ts';
import { az } from './staff-words-az.ts';
import { en } from './staff-words-en.ts';
import { ru } from './staff-words-ru.ts';

/**
 * What refusals say to staff. Bundles of the functions for readers have `no-staff-words.ts` in its place
 * (`infra/bundling`): the words are a fifth of such a bundle.
 */
export const staffWords: Readonly<Record<Language, StaffCatalogue>> | undefined = { en, az, ru };
