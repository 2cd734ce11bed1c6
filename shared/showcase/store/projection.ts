import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { parseDocument } from '../../aws/document.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import { readStored } from '../../model/json/read-stored.ts';

/**
 * The part of a value that the showcase may hold and give out: the fields of the schema and no others. Fields that the
 * desk keeps for a later release, or that a later release has published, are dropped. Throws `StoredValueError`.
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
