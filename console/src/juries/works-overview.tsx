import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useCommon, useWords } from '../console-context.ts';
import { Choice } from '../ui/field.tsx';
import { JuryPicture } from './jury-picture.tsx';
import { textOfWork } from './texts-of-work.ts';
import type { ListedWork } from './use-jury-works.ts';
import type { MyRatings } from './use-my-ratings.ts';
import { juryWords } from './words.ts';

interface OverviewProps {
  readonly id: string;
  readonly works: readonly ListedWork[];
  readonly mine: MyRatings;
  /** The work that was looked at before. */
  readonly at: number | undefined;
}

type Shown = 'all' | 'unrated' | 'best';

/** All works of a jury, small, with the points that the person has given. */
export const WorksOverview = ({ id, works, mine, at }: OverviewProps) => {
  const { language } = useCommon();
  const texts = useWords(juryWords);
  const [shown, setShown] = useState<Shown>('all');
  const before = useRef<HTMLAnchorElement>(null);
  useEffect(() => before.current?.focus(), []);
  const scored = works.map((work) => ({ work, score: mine.scoreOf(work) }));
  const listed = {
    all: () => scored,
    unrated: () => scored.filter(({ score }) => score === undefined),
    best: () => scored.toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0)),
  }[shown]();
  return (
    <>
      <div className="jury-filter">
        <Choice
          label={texts.show}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          options={Object.entries(texts.shows)}
        />
      </div>
      {listed.length === 0 && <p>{texts.noneShown}</p>}
      <ul className="jury-grid" aria-label={texts.all}>
        {listed.map(({ work, score }) => {
          const { number, image } = work;
          return (
            <li key={number}>
              <Link href={`/juries/${id}?work=${number}`} ref={number === at ? before : undefined}>
                {image ? <JuryPicture picture={image} alt="" sizes="10rem" isLazy /> : <span className="jury-blank" />}
                <span>{texts.work(number)}</span>
              </Link>
              <small lang={textOfWork(work, 'title', language)?.lang}>
                {textOfWork(work, 'title', language)?.text}
              </small>
              <span className={score === undefined ? 'jury-score none' : 'jury-score'}>
                {score === undefined ? texts.unrated : texts.given(score)}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
};
