import { memo } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { insertedType } from '../ui/ordered-list.tsx';
import { decimal } from './decimal.ts';
import { keyOf, numberOf, type RankedWork } from './ranked-work.ts';
import type { Work } from './use-works.ts';
import { selectionWords } from './words.ts';
import { WorkFigure } from './work-figure.tsx';

interface RankedRowProps {
  readonly ranked: RankedWork;
  readonly work: Work | undefined;
  /** At which place it is selected, from 1 on; undefined where it is not. */
  readonly place: number | undefined;
  /** Takes it in or out; undefined where this person may not. */
  readonly toggle: ((key: string, name: string) => void) | undefined;
}

const RankedRow = memo(({ ranked, work, place, toggle }: RankedRowProps) => {
  const { language } = useConsole();
  const texts = useWords(selectionWords);
  const { mean, ratings, lowest, highest, obstacle } = ranked;
  const key = keyOf(ranked);
  const number = numberOf(ranked);
  const name = texts.named(number, work?.title ?? '');
  const isIn = place !== undefined;
  return (
    <li className={isIn ? 'choice is-selected' : 'choice'}>
      {toggle && !isIn && !obstacle ? (
        // Keyboards have the button.
        <span
          className="handle"
          aria-hidden="true"
          title={texts.drag}
          draggable
          onDragStart={({ dataTransfer, currentTarget }) => {
            dataTransfer.effectAllowed = 'copy';
            dataTransfer.setData(insertedType, key);
            const row = currentTarget.closest('li');
            if (row) dataTransfer.setDragImage(row, 0, 0);
          }}
        >
          ⠿
        </span>
      ) : (
        <span />
      )}
      <WorkFigure work={work} number={number} />
      <p className="choice-ratings">
        {ratings === 0
          ? texts.unrated
          : [
              texts.mean(decimal(mean, language)),
              texts.ratings(ratings),
              ...(lowest !== undefined && highest !== undefined && ratings > 1 ? [texts.spread(lowest, highest)] : []),
            ].join(' · ')}
        {isIn && <span className="status published">{texts.atPlace(place)}</span>}
        {obstacle && <span className="error">{obstacle}</span>}
      </p>
      {toggle && (isIn || !obstacle) && (
        <button
          type="button"
          aria-label={(isIn ? texts.takeOutNamed : texts.takeInNamed)(name)}
          onClick={() => toggle(key, name)}
        >
          {isIn ? texts.takeOut : texts.takeIn}
        </button>
      )}
    </li>
  );
});

interface RankingProps {
  readonly items: readonly RankedWork[];
  readonly works: ReadonlyMap<string, Work>;
  readonly selected: readonly string[];
  readonly toggleOf: (key: string) => RankedRowProps['toggle'];
}

/** The entries by what the jury thinks of them, best first. */
export const Ranking = ({ items, works, selected, toggleOf }: RankingProps) => {
  const texts = useWords(selectionWords);
  const places = new Map(selected.map((key, n) => [key, n + 1]));
  return (
    <section aria-labelledby="ranking">
      <h2 id="ranking">{texts.ranking(items.length)}</h2>
      <p className="help">{texts.rankingHelp}</p>
      {items.length === 0 && <p>{texts.noEntries}</p>}
      <ol className="ranked-list" aria-labelledby="ranking">
        {items.map((ranked) => {
          const key = keyOf(ranked);
          return (
            <RankedRow key={key} ranked={ranked} work={works.get(key)} place={places.get(key)} toggle={toggleOf(key)} />
          );
        })}
      </ol>
    </section>
  );
};
