/**
 * For how many days the tables can be restored to an earlier moment: what AWS keeps where the template names no other
 * time.
 */
export const backupDays = 35;

/**
 * For how many days an erasure is remembered: longer than any backup from before it (35 days of the table, 90 of
 * versions).
 */
export const erasureDays = 100;
