import type { AnswerOf, Api } from '../api/api.ts';
import type { ConsentEntry } from './consent-entry.ts';
import { actOn, type ConsentAct, type Foreseen } from './use-foreseen.ts';

type Place = AnswerOf<'deleteArtwork'>['mentions'][number];

/** What has become of one entry. */
export interface Outcome {
  readonly entry: ConsentEntry;
  /** What was public of it, in the words of the forecast. */
  readonly left: AnswerOf<'foreseeEffects'>['leaves'];
  /** Absent while texts are still being searched. */
  readonly mentions?: readonly Place[] | undefined;
  /** False while files are still being deleted. */
  readonly isComplete: boolean;
  readonly backupsUntil?: string;
  readonly failure?: unknown;
}

/** What an act has done. */
export interface ActReport {
  readonly kind: 'withdrawn' | 'erased' | 'saved';
  readonly outcomes: readonly Outcome[];
}

/** Does what was foreseen, entry by entry: one that is refused keeps no other from it. */
export const performAct = async (
  api: Api,
  entries: readonly ConsentEntry[],
  act: ConsentAct,
  foreseen: Foreseen,
): Promise<ActReport> => {
  const outcomes: Outcome[] = [];
  for (const entry of entries) outcomes.push(await perform(api, entry, act, foreseen));
  return { kind: 'erase' in act ? 'erased' : act.kind, outcomes };
};

const perform = async (api: Api, entry: ConsentEntry, act: ConsentAct, { effects }: Foreseen): Promise<Outcome> => {
  const effect = effects.get(entry.id);
  const params = { id: entry.exhibitionId, artworkId: entry.id };
  // The version that was looked at: another one may do something else.
  const version = effect?.version ?? entry.version;
  const leftOf = (removed: readonly Place[] = []) =>
    (effect?.leaves ?? []).filter(({ id }) => removed.some((place) => place.id === id));
  try {
    const asked = actOn(act, entry);
    if ('erase' in asked) {
      const { erased, mentions, removedFrom, backupsUntil } = await api.call('deleteArtwork', { params, version });
      return { entry, left: leftOf(removedFrom), mentions, isComplete: erased, backupsUntil };
    }
    const body = { artist: { consent: asked.consent } };
    const { mentions, mentionsPending, removedFrom } = await api.call('updateArtwork', { params, version, body });
    return {
      entry,
      left: leftOf(removedFrom),
      isComplete: true,
      mentions: mentionsPending ? undefined : (mentions ?? []),
    };
  } catch (failure) {
    return { entry, left: [], isComplete: false, failure };
  }
};
