import * as z from 'zod';

/**
 * A stable name of the reason for a refusal: one of the codes of `shared/refusals/codes.ts`, in the OpenAPI document
 * with the words of each. Any text is read, since a later release may have stored a code that this one does not know.
 */
export const refusalCodeSchema = z.string();

/**
 * What is wrong with a field: a stable code with its parameters, and words in the language that `Accept-Language` asks
 * for.
 */
export const fieldErrorSchema = z.strictObject({
  path: z.string(),
  /** Absent where it was stored before errors had codes. */
  code: refusalCodeSchema.optional(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});
