import type { AnswerOf } from '../api/api.ts';

/** An entry as the desk for consents has it. */
export type ConsentEntry = AnswerOf<'lookUpConsents'>['items'][number];

/** A text that names a person. */
export type NamingText = AnswerOf<'lookUpNamingTexts'>['texts'][number];

/** Which dialogue is open, about which entries. */
export interface Asked {
  readonly kind: 'consent' | 'withdraw' | 'erase' | 'access' | 'request';
  readonly entries: readonly ConsentEntry[];
}
