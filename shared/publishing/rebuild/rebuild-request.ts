import * as z from 'zod';
import { readStored } from '../../model/json/read-stored.ts';

/**
 * The parts of making the public side again, in their order: erasures that a restore has undone, events, exhibitions,
 * and manifests that are files.
 */
export const rebuildParts = ['erasures', 'events', 'exhibitions', 'manifests'] as const;

export type RebuildPart = (typeof rebuildParts)[number];

/** What a rebuild, or a change of the settings, asks for. */
export const rebuildRequestSchema = z.strictObject({ parts: z.array(z.enum(rebuildParts)) });

/** A request together with that of a job that is not done. */
export const withParts =
  (parts: readonly RebuildPart[]) =>
  (open: unknown): z.output<typeof rebuildRequestSchema> => {
    const before = open === undefined ? [] : readStored(rebuildRequestSchema, open).parts;
    return { parts: rebuildParts.filter((part) => parts.includes(part) || before.includes(part)) };
  };
