import * as z from 'zod';
import { StoredValueError } from '../model/json/read-stored.ts';

const ofLanguage = [SyntaxError, TypeError, RangeError, URIError];

/** What AWS answers where the request itself can never be right. */
const ofRequest = new Set(['ValidationException', 'InvalidArgument']);

/**
 * True where something failed for what stands in the data, so that it will fail whenever it is tried again. What AWS or
 * the network refuses for now is none of it, nor what a missing permission or a setting brings about: that passes, or
 * is mended.
 */
export const isFaultOfData = (error: unknown): boolean =>
  error instanceof StoredValueError ||
  error instanceof z.ZodError ||
  ofLanguage.some((kind) => error instanceof kind) ||
  (error instanceof Error && ofRequest.has(error.name));
