import { readArtworksPage } from '../../desk/exhibitions/artworks.ts';
import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { requireNotPublishing } from '../../desk/exhibitions/require-not-publishing.ts';
import type { Actor } from '../../desk/store/actor.ts';
import {
  actorKindOf,
  isEditor,
  isExhibitionActionAllowed,
  requireExhibitionAction,
} from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import {
  type Exhibition,
  type ExhibitionContent,
  exhibitionContentOf,
  exhibitionContentSchema,
  withExhibitionContent,
} from '../../model/exhibitions/exhibition.ts';
import { mergePatch } from '../../model/json/merge-patch.ts';
import type { ConfirmedMention } from '../../model/names/confirmed-mention.ts';
import { ConflictError, ForbiddenError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { parseInput } from '../../refusals/parse-input.ts';
import { confirmFiles } from '../files/confirm-files.ts';
import { confirmExhibition } from '../mentions/confirm-mentions.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';
import { requireTranslated } from '../shared/require-translated.ts';
import { requireValidExhibitionContent } from './require-valid-exhibition-content.ts';

/** Which exhibition is changed, from which version, and how. */
interface ExhibitionPatch {
  readonly id: string;
  readonly version: number | undefined;
  /**
   * A JSON Merge Patch (RFC 7396) of its content, what an editor confirms of its texts and files, and which texts are
   * up to date.
   */
  readonly patch: {
    readonly cover?: unknown;
    readonly translations?: Readonly<Record<string, unknown>> | null | undefined;
    readonly confirmedMentions?: readonly ConfirmedMention[] | undefined;
    readonly confirmedFiles?: readonly string[] | undefined;
    readonly upToDateLocales?: readonly string[] | undefined;
  };
}

/**
 * Changes the working copy of an exhibition; what the public sees stays as it is. Throws if the content would not be
 * valid, the version is stale, the exhibition is being published, or the actor may not change it.
 */
export const changeExhibition = async ({ id, version, patch }: ExhibitionPatch, actor: Actor): Promise<Exhibition> => {
  const exhibition = await requireExhibition(id, version);
  requireExhibitionAction('changeExhibition', exhibition, actorKindOf(actor, exhibition.createdBy));
  requireNotPublishing(exhibition);
  const { confirmedMentions, confirmedFiles, upToDateLocales = [], ...contentPatch } = patch;
  const content = parseInput(
    exhibitionContentSchema,
    mergePatch(contentToMerge(exhibition, contentPatch), contentPatch),
  );
  if (content.blindRating !== exhibition.blindRating) await requireBlindRatingChangeable(exhibition, actor);
  await requireValidExhibitionContent(content, actor, Object.keys(patch.translations ?? {}), exhibition);
  requireTranslated(content, upToDateLocales);
  const changed = withExhibitionContent(exhibition, content, actor.now, upToDateLocales);
  const confirmed = await confirmExhibition(changed, confirmedMentions, actor);
  const read = confirmFiles('exhibition', changed, confirmedFiles, actor);
  const next = nextVersion(changed, { ...confirmed.confirmedMentions, ...read.confirmedFiles }, actor);
  const others = [...confirmed.writes, ...read.writes];
  await saveExhibition({ exhibition: next, previous: exhibition, action: 'updated', others }, actor);
  await resolveExhibitionAttention(next, actor, exhibition);
  return next;
};

/** A cover that is chosen takes the place of the one before: it is an artwork or a photograph, never both. */
const contentToMerge = (exhibition: Exhibition, patch: { readonly cover?: unknown }): ExhibitionContent => {
  const { cover, ...content } = exhibitionContentOf(exhibition);
  return { ...content, ...(cover && !patch.cover && { cover }) };
};

/**
 * Refuses to switch blind rating on or off where there are entries whose artists staff have already seen, and for all
 * but editors.
 */
const requireBlindRatingChangeable = async (exhibition: Exhibition, actor: Actor): Promise<void> => {
  if (!isEditor(actor)) throw new ForbiddenError([fieldError('blindRating', 'blindRatingForEditors')]);
  const { items: artworks } = await readArtworksPage(exhibition.id, 1, undefined);
  if (artworks.length > 0 || !isExhibitionActionAllowed('setBlindRating', exhibition, actorKindOf(actor))) {
    throw new ConflictError([fieldError('blindRating', 'blindRatingFixed')]);
  }
};
