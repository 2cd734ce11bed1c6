import { hash } from 'node:crypto';
import { canonicalJson } from '../../model/json/canonical-json.ts';

/** A name for a value: the same for values that JSON writes alike, whatever the order of their fields. */
export const digestOf = (value: unknown): string => hash('sha256', canonicalJson(value), 'base64url').slice(0, 22);
