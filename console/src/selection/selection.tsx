import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { isBlind, stageOf } from '../../../shared/model/staff/permissions.ts';
import { useConsole, useWords } from '../console-context.ts';
import { KeptNotes } from '../drafts/kept-notes.tsx';
import { may } from '../exhibitions/may.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { ActButton } from '../ui/act-button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { orderWords } from '../ui/order-words.ts';
import { Blocking } from './blocking.tsx';
import { drawOf } from './draw-of.ts';
import { Mentions } from './mentions.tsx';
import { Proposal } from './proposal.tsx';
import { keyOf, numberOf } from './ranked-work.ts';
import { Ranking } from './ranking.tsx';
import { Reveal } from './reveal.tsx';
import { savedKeys } from './saved-keys.ts';
import { SelectedWorks } from './selected-works.tsx';
import { SelectionConflictDialog } from './selection-conflict.tsx';
import { useExhibitionCheck } from './use-exhibition-check.ts';
import { useSelection } from './use-selection.ts';
import { useWorks } from './use-works.ts';
import { selectionWords } from './words.ts';
import './selection.css';

interface SelectionProps {
  readonly exhibition: StaffExhibition;
  readonly changed: (exhibition: StaffExhibition) => void;
}

const ofWork = /^selection\.artworkIds\.(\d+)$/;

/** The ranking beside what is selected, what keeps that from the public, and the acts that follow. */
export const Selection = ({ exhibition, changed }: SelectionProps) => {
  const { api, words, language, person, announce } = useConsole();
  const texts = useWords(selectionWords);
  const order = useWords(orderWords);
  const { id, status, blindRating, publishing } = exhibition;
  const hidden = isBlind(exhibition);
  const ranking = useQuery({
    queryKey: ['ranking', id, drawOf(exhibition), language],
    queryFn: ({ signal }) => api.call('getRanking', { params: { id }, query: { count: '1' }, signal }),
    staleTime: 0,
  });
  const works = useWorks(exhibition);
  const check = useExhibitionCheck(exhibition);
  const selection = useSelection(exhibition, changed);
  const { selected, saved, isDirty, isSaving, canKeep, isTakenUp, conflict, change } = selection;

  const isRevealed = useRef(false);
  const isLoaded = ranking.data !== undefined;
  useEffect(() => {
    if (hidden || !isRevealed.current || !isLoaded) return;
    isRevealed.current = false;
    // The button that had the focus is gone, and the list has been loaded again, with names.
    document.getElementById('selected')?.focus();
  }, [hidden, isLoaded]);

  const items = ranking.data?.items ?? [];
  const ranked = useMemo(() => new Map(items.map((item) => [keyOf(item), item])), [items]);
  const isOpenBlind = blindRating && ['draft', 'open'].includes(status);
  const isPublishing = publishing !== undefined && publishing.errors === undefined;
  const readOnly = !may('select', exhibition, person) || isOpenBlind || isPublishing;
  // After a blind rating nobody chooses by name, but an admin, who is named for it.
  const mayAdd = hidden || !blindRating || may('selectSighted', exhibition, person);
  const nameOf = (key: string): string => {
    const item = ranked.get(key);
    const work = works.get(key);
    return texts.named(item ? numberOf(item) : (work?.number ?? 0), work?.title ?? '');
  };

  const toggle = useCallback(
    (key: string, name: string) => {
      if (selected.includes(key)) {
        change((keys) => keys.filter((one) => one !== key));
        announce(order.removed(name));
      } else {
        change((keys) => [...keys, key]);
        announce(texts.takenIn(name, selected.length + 1));
      }
    },
    [selected, change, announce, order, texts],
  );
  const mayToggle = (key: string) => !readOnly && (mayAdd || saved.includes(key) || selected.includes(key));
  const insert = (key: string, index: number) => {
    if (!ranked.has(key) || !mayToggle(key) || selected.includes(key)) return;
    change((keys) => [...keys.slice(0, index), key, ...keys.slice(index)]);
    announce(texts.takenIn(nameOf(key), index + 1));
  };

  const lacks = useMemo(() => {
    const found = new Map<string, string[]>();
    const add = (key: string | undefined, message: string) => {
      if (key && !found.get(key)?.includes(message)) found.set(key, [...(found.get(key) ?? []), message]);
    };
    if (check.isCurrent)
      for (const { path, message } of check.errors) add(saved[Number(ofWork.exec(path)?.[1])], message);
    if (!check.isKnown) for (const item of items) if (item.obstacle) add(keyOf(item), item.obstacle);
    for (const [key, message] of selection.errors) add(key, message);
    return found;
  }, [check.errors, check.isKnown, check.isCurrent, items, saved, selection.errors]);
  const ofExhibition = check.errors.filter(({ path }) => !ofWork.test(path));
  const isReady = saved.length > 0 && !isDirty;
  const [isAsking, setAsking] = useState(false);
  // With names the jury rates until the first works are selected.
  const endsRating = ['draft', 'open', 'rating'].includes(stageOf(exhibition));

  if (ranking.error) return <Failure error={ranking.error} words={words} retry={() => void ranking.refetch()} />;
  if (!ranking.data) return <p>{words.loading}</p>;
  return (
    <>
      <KeptNotes {...{ canKeep, isTakenUp }} onDrop={selection.drop} />
      {isOpenBlind && <p className="note">{texts.notClosed}</p>}
      {!blindRating && ['draft', 'open'].includes(status) && <p className="note">{texts.closes}</p>}
      {hidden && <p className="note">{texts.blind}</p>}
      {blindRating && !hidden && !isOpenBlind && <p className="note">{mayAdd ? texts.sighted : texts.noneAdded}</p>}
      {isPublishing && <p className="note">{texts.publishing}</p>}
      {(status === 'published' || status === 'scheduled') && <p className="help">{texts.published}</p>}
      {!readOnly && mayAdd && (
        <Proposal
          exhibitionId={id}
          ranking={items}
          titleOf={(work) => nameOf(keyOf(work))}
          onPropose={selection.replace}
          undo={selection.undo}
        />
      )}
      <div className="selection-columns">
        <Ranking {...{ items, works, selected }} toggleOf={(key) => (mayToggle(key) ? toggle : undefined)} />
        <div className="selection-side">
          <SelectedWorks
            {...{ selected, works, lacks, readOnly }}
            ranking={ranked}
            onChange={change}
            onInsert={insert}
          />
          {!readOnly && (
            <div className="selection-save">
              <ActButton
                className="primary"
                isOff={!isDirty || isSaving || selected.length === 0}
                onClick={() => (endsRating ? setAsking(true) : void selection.save())}
              >
                {texts.save}
              </ActButton>
              <span>{isSaving ? words.editor.saving : isDirty ? words.editor.unsaved : words.editor.unchanged}</span>
              {selected.length === 0 && saved.length > 0 && <p className="help">{texts.atLeastOne}</p>}
              {selection.failure !== undefined && <Failure error={selection.failure} words={words} />}
            </div>
          )}
          {may('reveal', exhibition, person) && (
            <Reveal
              {...{ exhibition, isReady, changed }}
              version={selection.version}
              onRevealed={() => {
                isRevealed.current = true;
              }}
            />
          )}
          {!hidden && saved.length > 0 && check.isKnown && (
            <section aria-labelledby="blocking">
              <h2 id="blocking" tabIndex={-1}>
                {texts.publicationTitle}
              </h2>
              <Blocking
                exhibitionId={id}
                lacks={ofExhibition}
                lackingWorks={saved.filter((key) => lacks.has(key)).length}
              />
              <Mentions
                {...{ exhibition, changed, isDirty }}
                mentions={check.mentions}
                workName={nameOf}
                askAgain={check.askAgain}
              />
              {may('publishExhibition', exhibition, person) && (
                <p>
                  <Link className="button" href={`/exhibitions/${id}`}>
                    {texts.toPublication}
                  </Link>
                </p>
              )}
            </section>
          )}
          {check.failure && <Failure error={check.failure} words={words} retry={() => void check.askAgain()} />}
        </div>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={texts.endsRating}
          label={texts.endsRatingConfirm}
          act={() => {
            setAsking(false);
            return selection.save();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{texts.endsRatingDoes}</p>
        </ConfirmDialog>
      )}
      {conflict && (
        <SelectionConflictDialog
          name={conflict.name}
          mine={conflict.mine}
          theirs={savedKeys(conflict.theirs)}
          nameOf={nameOf}
          onSettled={(choice) => selection.settle(conflict, choice)}
        />
      )}
    </>
  );
};
