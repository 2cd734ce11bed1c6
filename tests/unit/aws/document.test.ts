import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DocumentTooLargeError, fromDocument, toDocument } from '../../../shared/aws/document.ts';

describe('a stored document', () => {
  const schema = z.strictObject({ text: z.string() });

  it('comes back as it was', () => {
    const value = { text: 'ə İ ı 🎨 \n "'.repeat(1000) };
    expect(fromDocument(schema, toDocument(value))).toEqual(value);
  });

  it('is reported where it is not as its schema says, never dropped', () => {
    expect(() => fromDocument(schema, toDocument({ other: 1 }))).toThrow();
    expect(() => fromDocument(schema, undefined)).toThrow('no document');
  });

  it('is refused where an item cannot hold it', () => {
    const noise = Array.from({ length: 600_000 }, () => String.fromCharCode(33 + Math.random() * 90)).join('');
    expect(() => toDocument({ text: noise })).toThrow(DocumentTooLargeError);
  });
});
