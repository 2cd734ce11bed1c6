import * as z from 'zod';
import { type Event, eventContentSchema, eventSchema } from './event.ts';
import { knownFields } from './known-fields.ts';
import { withUpgrade } from './read-stored.ts';
import { upgradeRevision } from './upgrade/upgrade-revision.ts';

/** What made a version of an event. */
const revisionActions = [
  'created',
  'updated',
  'submitted',
  'recalled',
  'archived',
  'restored',
  'published',
  'unpublished',
  'imported',
] as const;

/** A version of an event as it was: who made it and when stands in its `updatedBy` and `updatedAt`. */
export const revisionSchema = withUpgrade(
  z.strictObject({ action: z.enum(revisionActions), event: eventSchema }),
  upgradeRevision,
);

export type Revision = z.output<typeof revisionSchema>;

/** A field that differs between two versions; a side that lacks it has no value. */
interface FieldChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const leaves = (value: unknown, path: string): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name))
    : value === undefined
      ? []
      : [[path, value]];

/** The fields that staff have written in which two versions differ, by path. */
export const compareVersions = (before: Event, after: Event): FieldChange[] => {
  const old = new Map(leaves(knownFields(eventContentSchema, before), ''));
  const current = new Map(leaves(knownFields(eventContentSchema, after), ''));
  return [...new Set([...old.keys(), ...current.keys()])]
    .filter((path) => old.get(path) !== current.get(path))
    .sort()
    .map((path) => ({
      path,
      ...(old.has(path) && { before: old.get(path) }),
      ...(current.has(path) && { after: current.get(path) }),
    }));
};
