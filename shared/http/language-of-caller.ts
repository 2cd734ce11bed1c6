import { type Language, languageFor } from '../refusals/language.ts';
import { acceptedValues } from './accepted-values.ts';

/** What of an `Accept-Language` is read, in characters: no browser sends more. */
const longestHeader = 200;

/** The languages that the caller understands, by `Accept-Language`, the dearest first. */
export const languagesOfCaller = (acceptLanguage = ''): string[] => acceptedValues(acceptLanguage, longestHeader);

/**
 * The language for refusals that the caller asks for with `Accept-Language` (RFC 9110, section 12.5.4), of those that
 * there are.
 */
export const languageOfCaller = (acceptLanguage = ''): Language => languageFor(languagesOfCaller(acceptLanguage));
