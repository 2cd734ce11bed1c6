import { useEffect, useState } from 'react';
import type { Consent } from '../../../shared/model/people/consent.ts';
import type { AnswerOf, Api } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import type { ConsentEntry, NamingText } from './consent-entry.ts';

/** What is to be done with entries: erasing them, or giving each a consent, or none. */
export type ConsentAct =
  | { readonly erase: true }
  | { readonly kind: 'withdrawn' | 'saved'; readonly consentOf: (entry: ConsentEntry) => Consent | null };

type Effects = AnswerOf<'foreseeEffects'>;

/** What an act will do, as far as it is known. */
export interface Foreseen {
  /** By the id of each entry. */
  readonly effects: ReadonlyMap<string, Effects>;
  readonly texts: readonly NamingText[];
  readonly isLooking: boolean;
  readonly failure?: unknown;
}

/** What the API is told of the act on an entry. */
export const actOn = (act: ConsentAct, entry: ConsentEntry) =>
  'erase' in act ? { erase: true as const } : { consent: act.consentOf(entry) };

const nothing: Foreseen = { effects: new Map(), texts: [], isLooking: true };

const isSame = (one: NamingText, other: NamingText): boolean =>
  JSON.stringify(one.place) === JSON.stringify(other.place);

/** What an act on some entries will do: what leaves the public at first, then text after text. */
export const useForeseen = (entries: readonly ConsentEntry[], act: ConsentAct): Foreseen => {
  const { api } = useConsole();
  const [foreseen, setForeseen] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked stays as long as the dialogue
  useEffect(() => {
    const abort = new AbortController();
    look(api, { entries, act, signal: abort.signal }, (more) => {
      if (!abort.signal.aborted) setForeseen(more);
    }).catch((failure: unknown) => {
      if (!abort.signal.aborted) setForeseen((before) => ({ ...before, isLooking: false, failure }));
    });
    return () => abort.abort();
  }, []);
  return foreseen;
};

const look = async (
  { call }: Api,
  { entries, act, signal }: { entries: readonly ConsentEntry[]; act: ConsentAct; signal: AbortSignal },
  tell: (foreseen: Foreseen) => void,
): Promise<void> => {
  const effects = new Map<string, Effects>();
  for (const entry of entries) {
    const params = { id: entry.exhibitionId, artworkId: entry.id };
    effects.set(entry.id, await call('foreseeEffects', { params, body: actOn(act, entry), signal }));
  }
  let texts: readonly NamingText[] = [];
  tell({ effects, texts, isLooking: true });
  for (const entry of entries) {
    const params = { id: entry.exhibitionId, artworkId: entry.id };
    let cursor: string | undefined;
    do {
      const body = { ...actOn(act, entry), ...(cursor && { cursor }) };
      const part = await call('foreseeNamingTexts', { params, body, signal });
      texts = [...texts, ...part.texts.filter((one) => !texts.some((other) => isSame(one, other)))];
      tell({ effects, texts, isLooking: true });
      cursor = part.nextCursor;
    } while (cursor);
  }
  tell({ effects, texts, isLooking: false });
};
