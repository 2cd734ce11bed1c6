/** For how long it is remembered that something was erased, in days: longer than any backup from before it (35 days of the table, 90 of versions). */
export const erasureDays = 100;
