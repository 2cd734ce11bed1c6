import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useCommon, useWords } from '../console-context.ts';
import { untilSent } from '../drafts/until-sent.ts';
import { type KeptRating, leftAfter } from './kept-ratings.ts';
import { isToSend, type Sent, sendKept } from './send-kept.ts';
import { sendWords } from './send-words.ts';
import { readWorksAgain, takeRating } from './use-jury-works.ts';
import { keptKey, useKeptRatings } from './use-kept-ratings.ts';

/** How long somebody may change their mind before it is sent, in milliseconds; longer where they are writing. */
const [pause, pauseInText] = [600, 3_000];

/** Says how many ratings were refused, and where the person reads why: of a work that is gone, on top of the page. */
const refusalIn = (texts: typeof sendWords.en, refused: number, ofWorksGone: number): string =>
  [
    ...(refused > ofWorksGone ? [texts.refused(refused - ofWorksGone)] : []),
    ...(ofWorksGone > 0 ? [texts.refusedOfGone(ofWorksGone)] : []),
  ].join(' ');

/** Sends what was rated, whichever screen is open: at once, or when there is a connection again. */
export const SendRatings = () => {
  const { api, person, announce } = useCommon();
  const texts = useWords(sendWords);
  const queries = useQueryClient();
  const { kept } = useKeptRatings();
  const waiting = kept.filter(isToSend);
  const key = waiting.map(({ exhibitionId, mark, writtenAt }) => `${exhibitionId} ${mark} ${writtenAt}`).join();
  /** What was announced to wait: it is said once, however often it is tried. */
  const hasSaidWaiting = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what waits
  useEffect(() => {
    if (!key) return;
    const say = ({ sent, refused, ofWorksGone, waitsFor }: Sent): void => {
      if (refused.length > 0) announce(refusalIn(texts, refused.length, ofWorksGone));
      else if (waitsFor && waitsFor !== 'signIn' && !hasSaidWaiting.current) announce(texts.waits[waitsFor]);
      // Of one that goes at once its work says so.
      else if (hasSaidWaiting.current && !waitsFor) announce(texts.sentMany(sent.length));
      // The page says by itself that the session has ended.
      if (waitsFor !== 'signIn') hasSaidWaiting.current = waitsFor !== undefined;
    };
    const take = (sent: KeptRating): void => {
      takeRating(queries, sent);
      queries.setQueryData<KeptRating[]>(keptKey(person.id), (before = []) =>
        before.flatMap((rating) => leftAfter(sent, rating) ?? []),
      );
    };
    const sending = { shown: waiting, overtaken: texts.overtaken, onSent: take };
    const attempt = async (): Promise<boolean> => {
      const outcome = await sendKept(api, person.id, sending).catch(() => undefined);
      if (!outcome) return true;
      const { refused, waitsFor } = outcome;
      for (const id of new Set(refused.map(({ exhibitionId }) => exhibitionId))) readWorksAgain(queries, id);
      const done = new Set(refused.map(({ writtenAt }) => writtenAt));
      queries.setQueryData<KeptRating[]>(keptKey(person.id), (before = []) => [
        ...before.filter(({ writtenAt }) => !done.has(writtenAt)),
        ...refused,
      ]);
      say(outcome);
      return waitsFor === undefined;
    };
    let end: (() => void) | undefined;
    const timer = setTimeout(
      () => {
        end = untilSent(attempt);
      },
      document.activeElement instanceof HTMLTextAreaElement ? pauseInText : pause,
    );
    return () => {
      clearTimeout(timer);
      end?.();
    };
  }, [key, api, person.id, texts, queries, announce]);
  return null;
};
