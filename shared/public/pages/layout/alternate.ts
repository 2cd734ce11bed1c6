import type { Locale } from '../../../model/languages/locale.ts';

/** The page in a language. */
export interface Alternate {
  readonly locale: Locale;
  readonly url: string;
}
