import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import type { Route } from '../route.ts';
import { staffJobSchema } from './jobs.ts';
import { importReportSchema } from './schemas.ts';

/** The import of an archive. */
export const importRoutes = {
  importArchive: {
    method: 'POST',
    path: '/v1/staff/imports',
    access: 'admin',
    summary: 'Import an archive',
    query: z.strictObject({
      dryRun: z.stringbool(issueCode('notBoolean')).default(false),
      update: z.stringbool(issueCode('notBoolean')).default(false),
      ignoreCase: z.stringbool(issueCode('notBoolean')).default(false),
    }),
    acceptsJsonLines: true,
    status: 200,
    response: importReportSchema,
    accepted: staffJobSchema,
  },
} as const satisfies Record<string, Route>;
