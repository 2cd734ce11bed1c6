import type { Locale } from '../../model/locale.ts';

/** The page in a language. */
export interface Alternate {
  readonly locale: Locale;
  readonly url: string;
}
