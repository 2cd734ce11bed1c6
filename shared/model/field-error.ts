import * as z from 'zod';

/** What is wrong with a field: a stable code with its parameters, and words in the language that `Accept-Language` asks for. */
export const fieldErrorSchema = z.strictObject({
  path: z.string(),
  /** Absent where it was stored before errors had codes. */
  code: z.string().optional(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});
