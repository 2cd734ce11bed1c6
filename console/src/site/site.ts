import type { AnswerOf } from '../api/api.ts';

/** The settings of the site, as the API shows them to the staff. */
export type Site = AnswerOf<'getStaffSite'>;
