import * as z from 'zod';
import { fieldErrorSchema, refusalCodeSchema } from '../model/field-error.ts';

/** A refusal, as RFC 9457 describes it; `errors` names each faulty field of invalid input. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** A stable name of the reason: what programs tell refusals of one `type` apart by. */
  code: refusalCodeSchema,
  errors: z.array(fieldErrorSchema).optional(),
  /** On a stale version (412): the version that is current, and who wrote it. */
  currentVersion: z.int().optional(),
  updatedBy: z.string().optional(),
  requestId: z.string().optional(),
});

export type ProblemDocument = z.output<typeof problemSchema>;
