import { addDays } from '../../../shared/model/time/add-days.ts';
import { shiftMonth } from '../../../shared/model/time/shift-month.ts';

/** The same day of another month, or the last one where that month is shorter. */
export const inMonth = (day: string, month: string): string => {
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > lastDay(month) ? lastDay(month) : wanted;
};

const lastDay = (month: string): string => addDays(`${shiftMonth(month, 1)}-01`, -1);

/** The weeks that a month has days in, from Monday to Sunday. */
export const weeksOf = (month: string): string[][] => {
  const first = `${month}-01`;
  const monday = addDays(first, -((new Date(first).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let begin = monday; begin <= lastDay(month); begin = addDays(begin, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(begin, n)));
  }
  return weeks;
};
