import type { AnswerOf } from '../api/api.ts';

/** The scan of a form of consent, as the API lists it. */
export type ConsentForm = AnswerOf<'listConsentForms'>['items'][number];
