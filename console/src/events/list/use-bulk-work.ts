import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { BulkAct } from '../../../../shared/model/publication/bulk-act.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { failureText } from '../../ui/failure.tsx';
import type { StaffEvent } from '../content.ts';
import { BulkWork, type Report } from './bulk-work.ts';
import { listWords } from './words.ts';

/** What is done on this page, and what came of it last: it is there again when the list is. */
const kept = new BulkWork();

/** Acts on many events, says what became of each, and undoes it where that can be. */
export const useBulkWork = () => {
  const { api, words, announce } = useConsole();
  const texts = useWords(listWords);
  const queries = useQueryClient();
  const { running, report } = useSyncExternalStore(kept.subscribe, kept.state);
  const around = {
    api,
    wordsOf: (error: unknown) => failureText(error, words),
    unfinished: texts.unfinished,
    ended: ({ act, outcomes, isUndone }: Report, isSeen: boolean) => {
      const done = outcomes.filter(({ problem }) => problem === undefined).length;
      if (!isSeen) announce(isUndone ? texts.undone(done) : texts.report(texts.acts[act], done));
      void queries.invalidateQueries({ queryKey: ['events'] });
    },
  };
  return {
    ...{ running, report, close: kept.close },
    start: (act: BulkAct, events: readonly StaffEvent[]): void => void kept.start(act, events, around),
    undo: (before: Report): void => void kept.undo(before, around),
  };
};
