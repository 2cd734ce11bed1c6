import * as z from 'zod';
import { idSchema } from '../model/id.ts';
import { fieldErrorSchema, refusalCodeSchema } from '../model/json/field-error.ts';

/** A refusal, as RFC 9457 describes it; `errors` names each faulty field of invalid input. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: refusalCodeSchema,
  errors: z.array(fieldErrorSchema).optional(),
  currentVersion: z.int().optional(),
  updatedBy: z.string().optional(),
  createdId: idSchema.optional(),
  requestId: z.string().optional(),
});

export type ProblemDocument = z.output<typeof problemSchema>;
