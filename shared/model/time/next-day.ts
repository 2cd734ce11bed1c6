import { addDays } from './add-days.ts';

/** The calendar day after another: `2022-12-01` after `2022-11-30`. */
export const nextDay = (day: string): string => addDays(day, 1);
