/**
 * The same day of a later month, or its last day where it has no such day: `2027-02-28` one month after `2027-01-31`,
 * as European law counts periods of months (Regulation 1182/71, article 3(2)(c)).
 */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return `${last.toISOString().slice(0, 7)}-${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
};
