import type { Locale } from '../languages/locale.ts';

const anonymous: Readonly<Record<string, string>> = { az: 'Anonim', en: 'Anonymous', ru: 'Аноним' };

/** What stands in place of a name that is withheld. */
export const anonymousIn = (locale: Locale): string => anonymous[locale] ?? 'Anonymous';
