import type { AnswerOf } from '../api/api.ts';

/** An exhibition as the API shows it to the staff. */
export type StaffExhibition = AnswerOf<'getStaffExhibition'>;
