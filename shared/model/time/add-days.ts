/** The calendar day some days after another: `2022-12-01` one day after `2022-11-30`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
