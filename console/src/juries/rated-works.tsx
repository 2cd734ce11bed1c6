import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { idOf } from '../events/content.ts';
import { signedFor } from '../media/signed-for.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice } from '../ui/field.tsx';
import type { Language } from '../words/words.ts';
import { editorWords } from './editor-words.ts';
import { JuryPicture } from './jury-picture.tsx';
import {
  inOrder,
  type RatedSummary,
  type RatedWork,
  type RatingOrder,
  ratingOrders,
  summarize,
} from './rate-summary.ts';
import { textOfWork } from './texts-of-work.ts';
import { useJurorName } from './use-known-jurors.ts';

/** A mean as people write it: with a comma but in English. */
const inWords = (mean: number, language: Language): string =>
  language === 'en' ? String(mean) : String(mean).replace('.', ',');

/** What the jury thinks of each work: its place, how far opinions differ, ties, and what each has written. */
export const RatedWorks = ({ id, children }: { id: string; children: ReactNode }) => {
  const { api, words } = useConsole();
  const texts = useWords(editorWords);
  const called = useJurorName();
  const [order, setOrder] = useState<RatingOrder>('rank');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['ratings', id],
    queryFn: async ({ signal }) => {
      const all: RatedWork[] = [];
      let cursor: string | undefined;
      do {
        const answer = await api.call('listRatings', { params: { id }, query: { limit: '100', cursor }, signal });
        all.push(...answer.items);
        cursor = answer.nextCursor;
      } while (cursor);
      return all;
    },
    staleTime: 0,
    refetchInterval: signedFor,
  });
  const summaries = useMemo(() => summarize(data ?? []), [data]);
  return (
    <section aria-labelledby="jury-ratings">
      <div className="heading">
        <h2 id="jury-ratings">{texts.ratings}</h2>
        {children}
      </div>
      {error && <Failure error={error} words={words} retry={() => void refetch()} />}
      {isPending && !error && <p>{words.loading}</p>}
      {data?.length === 0 && <p>{texts.none}</p>}
      {summaries.length > 0 && (
        <>
          <div className="jury-filter">
            <Choice
              label={texts.order}
              value={order}
              onChange={(value) => setOrder(value as RatingOrder)}
              options={ratingOrders.map((one) => [one, texts.orders[one]])}
            />
          </div>
          <ul className="jury-rated" aria-labelledby="jury-ratings">
            {inOrder(summaries, order).map((summary) => (
              <Rated key={summary.work.number} summary={summary} called={called} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

interface RatedProps {
  readonly summary: RatedSummary;
  readonly called: ReturnType<typeof useJurorName>;
}

const Rated = ({ summary: { work, place, mean, lowest, highest, ties }, called }: RatedProps) => {
  const { language } = useConsole();
  const texts = useWords(editorWords);
  const title = textOfWork(work, 'title', language);
  const { number, image, ratings } = work;
  const comments = ratings.filter(({ comment }) => comment).length;
  return (
    <li>
      {image ? <JuryPicture picture={image} alt="" sizes="6rem" isLazy /> : <span className="jury-blank" />}
      <div>
        <strong>{texts.work(number)}</strong> {title && <span lang={title.lang}>{title.text}</span>}
        <p>
          {ratings.length === 0 ? (
            texts.unrated
          ) : (
            <>
              {place && `${texts.place(place)}: `}
              {texts.mean(inWords(mean, language), ratings.length)}
              {ratings.length > 1 && ` (${texts.spread(lowest, highest)})`}
            </>
          )}
          {ties > 0 && <span className="status">{texts.tied(ties)}</span>}
        </p>
        {ratings.length > 0 && (
          <details>
            <summary>
              {texts.each}
              {comments > 0 && `, ${texts.comments(comments)}`}
              <span className="unseen"> ({texts.work(number)})</span>
            </summary>
            <ul>
              {ratings.map(({ juror, score, comment }) => (
                <li key={idOf(juror)}>
                  <strong>{called(juror)}</strong>: {texts.given(score)}
                  {comment && <p>{comment}</p>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
};
