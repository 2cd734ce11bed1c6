import { type RefObject, useEffect, useRef, useState } from 'react';
import { useCommon, useWords } from '../console-context.ts';
import { signedFor } from '../media/signed-for.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Failure } from '../ui/failure.tsx';
import { JuryPicture } from './jury-picture.tsx';
import { MyRating } from './my-rating.tsx';
import { Opinions } from './opinions.tsx';
import { textOfWork } from './texts-of-work.ts';
import { useJuryWork } from './use-jury-work.ts';
import type { ListedWork } from './use-jury-works.ts';
import type { MyRatings } from './use-my-ratings.ts';
import { useRatingKeys } from './use-rating-keys.ts';
import { juryWords } from './words.ts';
import { nextWhere, workBeside } from './work-order.ts';
import { ZoomDialog } from './zoom-dialog.tsx';

interface JuryWorkProps {
  readonly id: string;
  readonly works: readonly ListedWork[];
  readonly mine: MyRatings;
  /** The one that is shown, as the list has it. */
  readonly listed: ListedWork;
  readonly onGo: (number: number) => void;
  /** True where the person comes from all works: then the focus goes to this one. */
  readonly isChosen: RefObject<boolean>;
}

/** How wide the picture is shown: beside the points, or above them on a phone. */
const sizes = '(max-width: 52rem) 100vw, 50rem';

/** One work of a jury, large, with what the person thinks of it and the ways to the others. */
export const JuryWork = ({ id, works, mine, listed, onGo, isChosen }: JuryWorkProps) => {
  const { number, mark } = listed;
  const { words, language } = useCommon();
  const texts = useWords(juryWords);
  const [isZoomed, setZoomed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isChosen.current) heading.current?.focus();
  }, [isChosen]);
  const sight = useRef<HTMLDivElement>(null);
  // On a phone the points are below the picture: whoever goes on from there sees the next one from its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when another work is shown, and at no other time
  useEffect(() => {
    if ((sight.current?.getBoundingClientRect().top ?? 0) < 0) sight.current?.scrollIntoView();
  }, [number]);
  const query = useJuryWork(id, listed);
  const work = query.data;
  const next = workBeside(works, number, 1);
  const unrated = nextWhere(works, number, (one) => mine.scoreOf(one) === undefined);
  /** True where the juror looks at the last work that they have not rated. */
  const isLast = unrated?.number === number;
  // What comes next is loaded while this one is looked at.
  const { data: ahead } = useJuryWork(id, unrated ?? next);
  const go = (to: ListedWork | undefined) => to && onGo(to.number);
  const rate = (score: number) => mine.rate(listed, { score });
  const zoom = async () => {
    if (!work?.image) return;
    if (Date.now() - work.signedAt > signedFor) await query.refetch();
    setZoomed(true);
  };
  useRatingKeys((action) => {
    if (typeof action === 'object') rate(action.score);
    else if (action === 'next') go(next);
    else if (action === 'previous') go(workBeside(works, number, -1));
    else if (action === 'unrated') go(unrated);
    else if (action === 'comment') comment.current?.focus();
    else void zoom();
  });
  const shown = work ?? listed;
  const title = textOfWork(shown, 'title', language);
  const alt = textOfWork(shown, 'alt', language);
  return (
    <div className="jury-work">
      <div className="jury-sight" ref={sight}>
        {work?.image && (
          <button type="button" className="jury-open" aria-label={texts.zoom} onClick={() => void zoom()}>
            <JuryPicture
              key={mark}
              picture={work.image}
              alt={alt?.text ?? ''}
              sizes={sizes}
              onError={() => Date.now() - work.signedAt > signedFor && void query.refetch()}
            />
          </button>
        )}
        {work && !work.image && <p className="note">{texts.noPicture}</p>}
        {!work && query.error && <Failure error={query.error} words={words} retry={() => void query.refetch()} />}
        {!work && !query.error && <p>{query.isPaused ? words.failures.offline : words.loading}</p>}
      </div>
      <div className="jury-panel">
        <h2 ref={heading} tabIndex={-1}>
          {texts.work(number)}{' '}
          <small>{texts.place(works.findIndex((one) => one.number === number) + 1, works.length)}</small>
        </h2>
        {title && <p lang={title.lang}>{title.text}</p>}
        {alt && (
          <p className="help" lang={alt.lang}>
            {alt.text}
          </p>
        )}
        <MyRating key={mark} work={listed} {...{ mine, comment }} />
        <p className="jury-ways">
          <button type="button" onClick={() => go(workBeside(works, number, -1))}>
            {texts.previous}
          </button>
          <ActButton className="primary" isOff={!unrated || isLast} onClick={() => go(unrated)}>
            {isLast ? texts.lastUnrated : unrated ? texts.nextUnrated : texts.allRated}
          </ActButton>
          <button type="button" onClick={() => go(next)}>
            {texts.next}
          </button>
        </p>
        {work && <Facts work={work} />}
        {work?.opinions && work.opinions.length > 0 && <Opinions opinions={work.opinions} />}
      </div>
      {ahead?.image && (
        <div className="unseen" aria-hidden="true">
          <JuryPicture key={ahead.mark} picture={ahead.image} alt="" sizes={sizes} />
        </div>
      )}
      {isZoomed && work?.image && (
        <ZoomDialog key={mark} picture={work.image} title={texts.zoomTitle(number)} onClose={() => setZoomed(false)} />
      )}
    </div>
  );
};

const Facts = ({ work: { medium, year, artist } }: { work: ListedWork }) => {
  const { facts } = useWords(juryWords);
  const known = [
    ...([
      [facts.artist, artist?.name],
      [facts.age, artist?.ageAtEntry],
      [facts.school, artist?.school],
      [facts.region, artist?.region],
    ] as const),
    ...([
      [facts.medium, medium],
      [facts.year, year],
    ] as const),
  ].filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className="jury-facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
