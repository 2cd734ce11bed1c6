import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { type ActionContext, maintenanceContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { hasEnded } from '../../model/exhibitions/exhibition-status.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';
import { withdrawExhibition } from './withdraw-exhibition.ts';

/**
 * The exhibition without its publication, where that has ended as planned and the publisher has not come to it yet.
 * Readers have been told since the moment itself that it is gone. Throws `VersionConflictError` where the exhibition
 * was changed since it was read.
 */
export const unpublishEnded = (exhibition: Exhibition, { now }: Pick<ActionContext, 'now'>): Promise<Exhibition> =>
  retryOnNewEdition(async () => {
    const { id } = exhibition;
    const publication = (await readExhibitionEdition(id))?.publication;
    if (!hasEnded(publication, now)) return exhibition;
    const places = await textsLinkingTo({ kind: 'exhibition', id }, publication?.unpublishAt);
    const how = { action: 'ended', keepsPublishing: true, places } as const;
    return withdrawExhibition(exhibition, how, maintenanceContext(now));
  });

/** Does so in the publisher, who is asked again where staff change the exhibition at the same moment. */
export const withdrawEnded = async (id: string, now: Date): Promise<void> => {
  const exhibition = await readExhibition(id);
  if (exhibition) await unpublishEnded(exhibition, { now });
};
