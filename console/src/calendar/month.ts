/** The day a number of days later, or earlier. */
export const shiftDay = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** The month a number of months later, or earlier. */
export const shiftMonth = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

/** The same day of another month, or the last one where that month is shorter. */
export const inMonth = (day: string, month: string): string => {
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > lastDay(month) ? lastDay(month) : wanted;
};

const lastDay = (month: string): string => shiftDay(`${shiftMonth(month, 1)}-01`, -1);

/** The weeks that a month has days in, from Monday to Sunday. */
export const weeksOf = (month: string): string[][] => {
  const first = `${month}-01`;
  const monday = shiftDay(first, -((new Date(first).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let begin = monday; begin <= lastDay(month); begin = shiftDay(begin, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, n) => shiftDay(begin, n)));
  }
  return weeks;
};
