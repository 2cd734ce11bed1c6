import type * as z from 'zod';
import { adminDescriptions } from './admin-descriptions.ts';
import { commonDescriptions } from './common-descriptions.ts';
import { consentDescriptions } from './consent-descriptions.ts';
import { eventDescriptions } from './event-descriptions.ts';
import { exhibitionDescriptions } from './exhibition-descriptions.ts';
import { juryDescriptions } from './jury-descriptions.ts';
import { personRequestDescriptions } from './person-request-descriptions.ts';
import { publicDescriptions } from './public-descriptions.ts';
import { uploadDescriptions } from './upload-descriptions.ts';
import { webhookDescriptions } from './webhook-descriptions.ts';

/** Every object that is described. */
export const descriptions = [
  ...publicDescriptions,
  ...eventDescriptions,
  ...exhibitionDescriptions,
  ...juryDescriptions,
  ...consentDescriptions,
  ...personRequestDescriptions,
  ...uploadDescriptions,
  ...webhookDescriptions,
  ...adminDescriptions,
];

const textsBySchema = new Map<unknown, Readonly<Record<string, string>>>(
  descriptions.map(({ schema, texts }) => [schema, texts]),
);

/**
 * The descriptions of the properties of an object, by name. Where the object has none of its own, those that are common
 * to all.
 */
export const textsOf = (schema: z.core.$ZodType): Readonly<Record<string, string>> =>
  textsBySchema.get(schema) ?? commonDescriptions;
