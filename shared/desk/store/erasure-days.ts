/**
 * For how many days an erasure is remembered: longer than any backup from before it (35 days of the table, 90 of
 * versions).
 */
export const erasureDays = 100;
