import { type Language, languageFor } from '../../shared/refusals/language.ts';

/** The language that a command speaks: that of the system's locale, as POSIX names it (`az_AZ.UTF-8`), else English. */
export const commandLanguage = (
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>> = process.env,
): Language => languageFor([LC_ALL || LC_MESSAGES || LANG || '']);
