import type { RefObject } from 'react';
import { useWords } from '../console-context.ts';
import { Field } from '../ui/field.tsx';
import { useTyped } from '../ui/use-typed.ts';
import { RefusedRating } from './refused-rating.tsx';
import type { ListedWork } from './use-jury-works.ts';
import type { MyRatings } from './use-my-ratings.ts';
import { juryWords } from './words.ts';

interface MyRatingProps {
  readonly work: ListedWork;
  readonly mine: MyRatings;
  /** The field of the comment: a key leads to it. */
  readonly comment: RefObject<HTMLTextAreaElement | null>;
}

const scores = Array.from({ length: 10 }, (_, n) => n + 1);

/** Longest comment that the API takes, in characters. */
const longest = 2_000;

/** What the person thinks of a work: points, a comment, and whether the API has them. */
export const MyRating = ({ work, mine, comment }: MyRatingProps) => {
  const texts = useWords(juryWords);
  const score = mine.scoreOf(work);
  const kept = mine.keptOf(work);
  const typed = useTyped(mine.commentOf(work), (text) => mine.rate(work, { comment: text }));
  const state = () => {
    if (score === undefined) return kept?.comment ? texts.needsPoints : texts.unrated;
    return `${texts.given(score)}. ${kept ? texts.kept : texts.saved}`;
  };
  return (
    <>
      <fieldset className="jury-points">
        <legend>{texts.points}</legend>
        <div>
          {scores.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === score}
              onClick={() => mine.rate(work, { score: one })}
            >
              {one}
            </button>
          ))}
        </div>
        <p className="help">{texts.pointsHelp}</p>
      </fieldset>
      <p role="status" className="jury-state">
        <span className="unseen">{texts.work(work.number)}: </span>
        {kept?.refused ? '' : state()}
      </p>
      {kept?.refused && (
        <RefusedRating
          kept={kept}
          onDrop={() => {
            mine.drop(kept);
            comment.current?.focus();
          }}
        />
      )}
      <Field label={texts.comment} help={texts.commentHelp}>
        {(control) => <textarea {...control} ref={comment} rows={3} maxLength={longest} {...typed} />}
      </Field>
    </>
  );
};
