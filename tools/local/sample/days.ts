const dayLength = 86_400_000;

/** Days and times of the sample, counted from the day on which it is filled in; times of day are those of Baku. */
export const daysFrom = (today: Date) => {
  const day = (offset: number): string => new Date(today.getTime() + offset * dayLength).toISOString().slice(0, 10);
  /** An instant by its hour in Baku, which is four hours before UTC. */
  const at = (offset: number, hour: number, minute = 0): string =>
    new Date(
      `${day(offset)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+04:00`,
    ).toISOString();
  /** How many days it is until the next such day of the week, from 1 to 7: 0 is Sunday. */
  const next = (weekday: number): number => ((weekday - today.getUTCDay() + 6) % 7) + 1;
  return { day, at, next };
};

export type Days = ReturnType<typeof daysFrom>;
