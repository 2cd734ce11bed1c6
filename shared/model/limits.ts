import * as z from 'zod';

const most = z.number().int().positive();

/** How much one person may do in a time, and how far entries may be numbered ahead: settings of a deployment. */
export const limitsSchema = z.strictObject({
  /** Files that a person may ask to upload in a day. Those that are known already do not count. */
  uploadsPerDay: most.default(2_000),
  /** Gigabytes (10⁹ bytes) that they may have together. */
  uploadGigabytesPerDay: most.default(60),
  /** Preview links that a person may make in an hour. */
  previewsPerHour: most.default(20),
  /** Events and exhibitions that a person may create in a day. Imports do not count. */
  draftsPerDay: most.default(2_000),
  /** Artworks that a person may enter in a day. */
  entriesPerDay: most.default(5_000),
  /** How far above the highest entry number of its exhibition another one may lie. */
  entryNumbersAhead: most.default(10_000),
});

export type Limits = z.output<typeof limitsSchema>;
