import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { RefusedError } from '../api/api.ts';
import { isPassing } from '../api/is-passing.ts';
import { useConsole, useWords } from '../console-context.ts';
import { writtenKinds } from '../editing/written-kinds.ts';
import { mergeContents } from '../merge/merge-contents.ts';
import { tellDrafts } from './draft-changes.ts';
import { holdDraft } from './held-drafts.ts';
import { forgetDraft, keepDraft, readDraft } from './local-draft.ts';
import { saveContent } from './save-content.ts';
import { sendEach } from './send-each.ts';
import { titleIn } from './title-in.ts';
import { untilSent } from './until-sent.ts';
import { useDrafts } from './use-drafts.ts';
import { draftWords } from './words.ts';

/** Sends what was to be saved while there was no connection, and which no editor has open any more. */
export const SendDrafts = () => {
  const { api, words: common, announce, uploads } = useConsole();
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
        uploads.retarget(draft.id, saved.id);
        const merged = kind.sentOf(mergeContents(draft.asked, draft.content, kind.contentOf(saved)).merged);
        if (isSameJson(merged, kind.contentOf(saved))) await forgetDraft(id);
        else {
          const { id: item, version } = saved;
          await keepDraft({ ...draft, item, version, base: kind.contentOf(saved), content: merged, asked: undefined });
        }
        announce(words.sent(title));
        queries.setQueryData([kind.name, saved.id], (before: unknown) => before && saved);
        await queries.invalidateQueries({ queryKey: [kind.lists] });
      } catch (error) {
        if (isPassing(error) || !(error instanceof RefusedError)) throw error;
        await stopWaiting(words.refused(title));
      }
    };
    return untilSent(async () => {
      let hasChanged = false;
      const isOver = await sendEach(waiting.split(' '), async (id) => {
        const giveUp = await holdDraft(id);
        try {
          if (giveUp) await send(id);
          hasChanged = true;
        } finally {
          giveUp?.();
        }
      });
      // Told of an attempt that has changed nothing, this tab would begin anew, without a pause.
      if (isOver || hasChanged) tellDrafts();
      return isOver;
    });
  }, [waiting, api, common, words, queries, announce, uploads]);
  return null;
};
