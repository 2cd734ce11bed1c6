import { useEffect, useRef, useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { useActs } from '../../editing/use-acts.ts';
import { savedKeys } from '../../selection/saved-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Failure } from '../../ui/failure.tsx';
import type { StaffExhibition } from '../staff-exhibition.ts';
import { exhibitionWords } from '../words.ts';
import { writtenExhibition } from '../written-exhibition.ts';
import { type Move, movesOf } from './moves.ts';
import { stageWords } from './words.ts';

interface StagesProps {
  readonly exhibition: StaffExhibition;
  /** What is written differs from what is saved: moving on could not be merged with it. */
  readonly isDirty: boolean;
  readonly changed: (exhibition: StaffExhibition) => void;
}

/** Where an exhibition is on its way from the call to its archive, and the ways on, each with what it will do. */
export const Stages = ({ exhibition, isDirty, changed }: StagesProps) => {
  const { api, words, person, announce } = useConsole();
  const texts = useWords(stageWords);
  const { statuses, statusMeans } = useWords(exhibitionWords);
  const [asked, setAsked] = useState<Move>();
  const { isBusy, failure, act, forgetFailure } = useActs(writtenExhibition, exhibition, changed);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  const { id, version, status } = exhibition;
  const moves = movesOf(exhibition, person);
  useEffect(() => {
    if (!hasMoved.current) return;
    hasMoved.current = false;
    // The way that was taken is gone, and its button with it.
    if (document.activeElement === document.body) heading.current?.focus();
  });
  // Other screens lead here, where it is decided who may enter and who may rate.
  useEffect(() => {
    if (location.hash === '#stages') heading.current?.focus();
  }, []);
  const move = ({ to }: Move) =>
    act({
      call: () => api.call('updateExhibitionStatus', { params: { id }, version, body: { status: to } }),
      isDone: (after) => after.status === to,
      done: () => {
        hasMoved.current = true;
        setAsked(undefined);
        announce(texts.moved(statuses[to]));
      },
    });
  return (
    <section className="facts" aria-labelledby="stages">
      <h2 id="stages" ref={heading} tabIndex={-1}>
        {texts.title(statuses[status])}
      </h2>
      <p>{statusMeans[status]}</p>
      {moves.map((one) => (
        <p key={one.to} className="actions">
          <button
            type="button"
            disabled={isDirty}
            onClick={() => {
              forgetFailure();
              setAsked(one);
            }}
          >
            {texts.moves[one.does].button}
          </button>
        </p>
      ))}
      {moves.length > 0 && isDirty && <p className="help">{texts.saveFirst}</p>}
      {failure !== undefined && !asked && <Failure error={failure} words={words} />}
      {asked && (
        <Dialog title={texts.moves[asked.does].title} onClose={() => setAsked(undefined)} isBusy={isBusy}>
          <p>{texts.moves[asked.does].effect}</p>
          {asked.to === 'open' && savedKeys(exhibition).length > 0 && <p>{texts.dropsSelection}</p>}
          {failure !== undefined && <Failure error={failure} words={words} />}
          <DialogActions label={texts.moves[asked.does].confirm} onConfirm={() => void move(asked)} />
        </Dialog>
      )}
    </section>
  );
};
