import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { readStored, StoredValueError } from '../model/json/read-stored.ts';
import { InvalidInputError } from '../refusals/application-error.ts';
import { fieldError } from '../refusals/field-error.ts';
import type { Item } from './table.ts';

/** Largest document, in bytes after compression: an item of DynamoDB may have 400 KB with its keys. */
const maxDocumentBytes = 390_000;

/** A document is larger than an item can be: the texts in it are too long. */
export class DocumentTooLargeError extends InvalidInputError {
  constructor(bytes: number) {
    super([fieldError('translations', 'textsTooLarge', { bytes, maxBytes: maxDocumentBytes })]);
  }
}

/**
 * A value as an attribute: its JSON, compressed with Brotli, so that texts in three languages fit into an item and cost
 * few read units. Throws `DocumentTooLargeError`.
 */
export const toDocument = (value: unknown): AttributeValue.BMember => {
  const json = Buffer.from(JSON.stringify(value));
  const compressed = brotliCompressSync(json, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: json.length },
  });
  if (compressed.length > maxDocumentBytes) throw new DocumentTooLargeError(compressed.length);
  return { B: compressed };
};

/** The value of an attribute made by `toDocument`, as it is. Throws `StoredValueError`. */
export const parseDocument = (attribute: AttributeValue | undefined): unknown => {
  if (!attribute?.B) throw new StoredValueError('document');
  try {
    return JSON.parse(brotliDecompressSync(attribute.B).toString());
  } catch {
    // What parsers quote may name a person.
    throw new StoredValueError('document');
  }
};

/**
 * The value of an attribute made by `toDocument`, read by its schema as `readStored` does. Throws where either fails:
 * stored data is never guessed at.
 */
export const fromDocument = <S extends z.ZodType>(schema: S, attribute: AttributeValue | undefined): z.output<S> =>
  readStored(schema, parseDocument(attribute));

/** The value of an attribute that holds plain JSON, read in the same way. */
export const fromJson = <S extends z.ZodType>(schema: S, attribute: AttributeValue | undefined): z.output<S> =>
  readStored(schema, JSON.parse(attribute?.S ?? 'null'));

/** Reads the document of an item, the attribute `doc`, as `fromDocument` does. */
export const documentOf =
  <S extends z.ZodType>(schema: S) =>
  (item: Item): z.output<S> =>
    fromDocument(schema, item.doc);

/** Reads one attribute of an item as `fromJson` does. */
export const jsonOf =
  <S extends z.ZodType>(schema: S, attribute: string) =>
  (item: Item): z.output<S> =>
    fromJson(schema, item[attribute]);
