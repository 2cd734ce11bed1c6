import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { parseDocument } from '../../aws/document.ts';
import { knownFields } from '../../model/known-fields.ts';
import { readStored } from '../../model/read-stored.ts';

/**
 * What the showcase may hold of a value, and what is read of what it holds: the fields of the schema and no other. What the desk
 * keeps for a later release, and what a later release has published, goes no further. Throws `StoredValueError`.
 */
export const projection = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> =>
  knownFields<z.ZodType, unknown>(schema, readStored(schema, value)) as z.output<S>;

/** The projection that an attribute made by `toDocument` holds. */
export const projectedDocument = <S extends z.ZodType>(schema: S, attribute: AttributeValue | undefined): z.output<S> =>
  projection(schema, parseDocument(attribute));

/** The projection that an attribute holds as plain JSON. */
export const projectedJson = <S extends z.ZodType>(
  schema: S,
  attribute: { readonly S?: string | undefined } | undefined,
): z.output<S> => projection(schema, JSON.parse(attribute?.S ?? 'null'));
