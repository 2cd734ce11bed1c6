import * as z from 'zod';
import { type Event, eventSchema } from '../events/event.ts';
import { type Exhibition, exhibitionSchema } from '../exhibitions/exhibition.ts';
import { knownFields } from '../json/known-fields.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { upgradeRevision } from '../upgrade/upgrade-revision.ts';

/** What made a version of an event. */
const eventActions = [
  'created',
  'updated',
  'submitted',
  'recalled',
  'archived',
  'unarchived',
  'restored',
  'published',
  'unpublished',
  'imported',
] as const;

/** A version of an event as it was: who made it and when stands in its `updatedBy` and `updatedAt`. */
export const eventRevisionSchema = withUpgrade(
  z.strictObject({ action: z.enum(eventActions), event: eventSchema }),
  upgradeRevision,
);

export type EventRevision = z.output<typeof eventRevisionSchema>;

/** What made a version of an exhibition. */
const exhibitionActions = [
  ...(['created', 'updated', 'drafted', 'opened', 'closed', 'reopened', 'selected', 'revealed'] as const),
  ...(['published', 'unpublished', 'ended', 'archived', 'unarchived', 'restored'] as const),
] as const;

/** What versions of an exhibition leave out: the entries that are chosen or named, and work that was under way. */
const leftOut = {
  selection: true,
  publishing: true,
  rating: true,
  confirmedMentions: true,
  confirmedFiles: true,
  archivedFrom: true,
} as const;

/** A version of an exhibition as it was: what staff have written, its status, and who made it. */
export const exhibitionRevisionSchema = z.strictObject({
  action: z.enum(exhibitionActions),
  exhibition: exhibitionSchema.omit(leftOut),
});

export type ExhibitionRevision = z.output<typeof exhibitionRevisionSchema>;

/** The version of an exhibition that is kept. */
export const exhibitionVersionOf = (exhibition: Exhibition): ExhibitionRevision['exhibition'] => {
  const kept = Object.entries(exhibition).filter(([name]) => !(name in leftOut));
  return Object.fromEntries(kept) as ExhibitionRevision['exhibition'];
};

/** The forms in which versions are kept, by what they are versions of. */
export const revisionSchemas = { event: eventRevisionSchema, exhibition: exhibitionRevisionSchema } as const;

/** What has versions that are kept. */
export type RevisedKind = keyof typeof revisionSchemas;

export type RevisionOf<K extends RevisedKind> = z.output<(typeof revisionSchemas)[K]>;

/** The item as it was in a version. */
export const itemOf = (revision: EventRevision | ExhibitionRevision): Event | ExhibitionRevision['exhibition'] =>
  'event' in revision ? revision.event : revision.exhibition;

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

/** The fields in which two versions differ, by path: of those that staff write, as `content` says. */
export const compareVersions = <S extends z.ZodType>(
  content: S,
  before: z.input<S>,
  after: z.input<S>,
): FieldChange[] => {
  const old = new Map(leaves(knownFields(content, before), ''));
  const current = new Map(leaves(knownFields(content, after), ''));
  return [...new Set([...old.keys(), ...current.keys()])]
    .filter((path) => old.get(path) !== current.get(path))
    .sort()
    .map((path) => ({
      path,
      ...(old.has(path) && { before: old.get(path) }),
      ...(current.has(path) && { after: current.get(path) }),
    }));
};
