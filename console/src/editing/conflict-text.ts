import { fieldName } from '../events/field-name.ts';

/** What a person reads of one side of a conflict: a text, paragraphs, or each of the parts of something with its name. */
export const conflictText = (
  value: unknown,
  path: readonly string[],
  surroundings: Parameters<typeof fieldName>[1],
): string => {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one) => conflictText(one, path, surroundings)).join('\n\n');
  return Object.entries(value)
    .filter(([name]) => name !== 'uploadId')
    .map(([name, part]) => {
      const at = [...path, name];
      if (typeof part === 'object') return conflictText(part, at, surroundings);
      return `${fieldName(at.slice(1).join('.'), surroundings)}: ${part}`;
    })
    .filter(Boolean)
    .join('\n');
};
