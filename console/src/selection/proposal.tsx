import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { Field } from '../ui/field.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { numberOf, type RankedWork } from './ranked-work.ts';
import { tiedWorks } from './tied-works.ts';
import { selectionWords } from './words.ts';

interface ProposalProps {
  readonly exhibitionId: string;
  readonly ranking: readonly RankedWork[];
  readonly titleOf: (work: RankedWork) => string;
  readonly onPropose: (keys: readonly string[]) => void;
  /** Brings back what stood there before the last proposal. */
  readonly undo: (() => void) | undefined;
}

/** Takes the best rated works that can be selected, and says which others are rated as well as the last of them. */
export const Proposal = ({ exhibitionId, ranking, titleOf, onPropose, undo }: ProposalProps) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(selectionWords);
  const [count, setCount] = useState('10');
  const [tied, setTied] = useState<readonly RankedWork[]>([]);
  const { failure, attempt } = useAttempt();
  const propose = async () => {
    const { proposal } = await api.call('getRanking', { params: { id: exhibitionId }, query: { count } });
    const keys = proposal.artworkIds ?? proposal.numbers?.map(String) ?? [];
    const also = tiedWorks(ranking, keys);
    setTied(also);
    if (keys.length > 0) onPropose(keys);
    announce(`${texts.proposed(keys.length)} ${also.length > 0 ? texts.tied(also.length) : ''}`.trim());
  };
  return (
    <form
      className="proposal"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(propose);
      }}
    >
      <Field label={texts.count} help={texts.countHelp}>
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            max={1000}
            required
            value={count}
            onChange={({ target }) => setCount(target.value)}
          />
        )}
      </Field>
      <p className="actions">
        <button type="submit">{texts.propose}</button>
        {undo && (
          <button
            type="button"
            onClick={() => {
              undo();
              setTied([]);
              announce(texts.undone);
              // The button that had the focus is gone.
              document.getElementById('selected')?.focus();
            }}
          >
            {texts.undo}
          </button>
        )}
      </p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      {tied.length > 0 && (
        <div className="note">
          <p>{texts.tied(tied.length)}</p>
          <ul>
            {tied.map((work) => (
              <li key={numberOf(work)}>{titleOf(work)}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
};
