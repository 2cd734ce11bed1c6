import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { exhibitionFields } from '../../model/names/text-fields.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { readableExhibitionFields } from './public-fields.ts';
import { editorOf, resolveAttention } from './resolve-attention.ts';

/**
 * Settles what can be settled of an exhibition after an action: `before` is the exhibition whose texts the actor has
 * changed.
 */
export const resolveExhibitionAttention = (
  exhibition: Exhibition,
  actor: Actor,
  before?: Exhibition,
): Promise<void> => {
  const { id, confirmedMentions } = exhibition;
  return resolveAttention({ exhibitionId: id }, id, async () => {
    const edition = await readExhibitionEdition(id);
    return {
      ...{
        kind: 'exhibition',
        id,
        fields: exhibitionFields(await withFileTexts(exhibition)),
        confirmed: confirmedMentions,
      },
      ...(before && { before: exhibitionFields(await withFileTexts(before)) }),
      ...editorOf(actor),
      publicFields: await readableExhibitionFields(edition, exhibition.translations, new Date()),
      isArchived: exhibition.status === 'archived',
    };
  });
};
