import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { findSimilarPairs } from '../../model/exhibitions/similar-pairs.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, isEditor, requireExhibitionAction } from '../store/permissions.ts';
import { readArtworkFingerprints } from './artwork-fingerprints.ts';

/** Most pairs of entries in one answer: the caller asks again once these are dealt with. */
const mostPairs = 500;

/** Two entries whose images resemble each other, and in how many bits their fingerprints differ. */
interface SimilarEntries {
  readonly artworkIds: [string, string];
  readonly entryNumbers: [number, number];
  readonly distance: number;
}

/**
 * Pairs of entries whose images resemble each other. Contributors learn which entries resemble their own, and nothing
 * of pairs of others' entries. Throws if the actor may not compare them.
 */
export const findDuplicates = async (exhibition: Exhibition, actor: Actor): Promise<SimilarEntries[]> => {
  requireExhibitionAction('findDuplicates', exhibition, actorKindOf(actor));
  const prints = await readArtworkFingerprints(exhibition.id);
  const isOwn = prints.map(({ createdBy }) => isEditor(actor) || createdBy === actor.by);
  const fingerprints = prints.map(({ fingerprint }) => fingerprint);
  return findSimilarPairs(fingerprints, mostPairs, isOwn).flatMap(({ one, other, distance }) => {
    const [a, b] = [prints[one], prints[other]];
    if (!a || !b) return [];
    return [{ artworkIds: [a.id, b.id], entryNumbers: [a.entryNumber, b.entryNumber], distance }];
  });
};
