import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { OfflineError, RefusedError } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { writtenKinds } from '../editing/written-kinds.ts';
import { mergeContents } from '../merge/merge-contents.ts';
import { SignedOutError } from '../session/session.ts';
import { tellDrafts } from './draft-changes.ts';
import { holdDraft } from './held-drafts.ts';
import { forgetDraft, keepDraft, readDraft } from './local-draft.ts';
import { saveContent } from './save-content.ts';
import { titleIn } from './title-in.ts';
import { untilSent } from './until-sent.ts';
import { useDrafts } from './use-drafts.ts';
import { draftWords } from './words.ts';

/** Sends what was to be saved while there was no connection, and which no editor has open any more. */
export const SendDrafts = () => {
  const { api, words: common, announce } = useConsole();
  const words = useWords(draftWords);
  const queries = useQueryClient();
  const waiting = useDrafts()
    .filter(({ asked, isOpen }) => asked && !isOpen)
    .map(({ id }) => id)
    .join(' ');

  useEffect(() => {
    if (!waiting) return;
    const send = async (id: string): Promise<void> => {
      const draft = await readDraft(id);
      if (!draft?.asked) return;
      const kind = writtenKinds[draft.kind ?? 'event'];
      const title = titleIn(draft.asked) ?? common.events.untitled;
      /** It is offered again, in the list of drafts and where the event is opened. */
      const stopWaiting = async (said: string) => {
        await keepDraft({ ...draft, asked: undefined });
        announce(said);
      };
      try {
        const outcome = await saveContent(api, kind, { ...draft, content: draft.asked }, draft.id);
        if ('theirs' in outcome) return await stopWaiting(words.conflict(title));
        const { saved } = outcome;
        const { merged } = mergeContents(draft.asked, draft.content, kind.contentOf(saved));
        if (isSameJson(merged, kind.contentOf(saved))) await forgetDraft(id);
        else {
          const { id: item, version } = saved;
          await keepDraft({ ...draft, item, version, base: kind.contentOf(saved), content: merged, asked: undefined });
        }
        announce(words.sent(title));
        queries.setQueryData([kind.name, saved.id], (before: unknown) => before && saved);
        await queries.invalidateQueries({ queryKey: [kind.lists] });
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        await stopWaiting(words.refused(title));
      }
    };
    return untilSent(async () => {
      for (const id of waiting.split(' ')) {
        const giveUp = await holdDraft(id);
        try {
          if (giveUp) await send(id);
        } catch (error) {
          // Where the session has ended, signing in again comes first.
          return !(error instanceof OfflineError || error instanceof SignedOutError);
        } finally {
          giveUp?.();
        }
      }
      tellDrafts();
      return true;
    });
  }, [waiting, api, common, words, queries, announce]);
  return null;
};
