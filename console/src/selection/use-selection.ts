import { useEffect, useMemo, useRef, useState } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { RefusedError } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { readKeptForm } from '../drafts/kept-form.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { useOther } from '../editing/use-other.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { byIds, drawOf } from './draw-of.ts';
import { mergeSelections } from './merge-selections.ts';
import { savedKeys } from './saved-keys.ts';

/** Two orders of which the person must choose. */
interface SelectionConflict {
  /** Who has made the other one; undefined where it is the same person, in another tab or on another device. */
  readonly name: string | undefined;
  readonly mine: readonly string[];
  readonly theirs: StaffExhibition;
  /** The person has asked to save: once it is settled, it is saved. */
  readonly isAsked: boolean;
}

/** A selection as it is kept on the device: ids or, of a blind rating, numbers, and no names. */
interface KeptSelection {
  readonly keys: readonly string[];
  readonly draw: string;
}

/** What a selection begins from. */
interface Begun {
  readonly base: readonly string[];
  readonly version: number;
}

const isConflict = (error: unknown): boolean => error instanceof RefusedError && error.problem.status === 412;

/**
 * The works that are selected, from the moment that the screen is opened until they are saved. What is not saved is
 * kept on the device.
 */
export const useSelection = (exhibition: StaffExhibition, changed: (exhibition: StaffExhibition) => void) => {
  const { api, person, words, announce } = useConsole();
  const { nameOfOther, mergedWith } = useOther();
  const { id } = exhibition;
  const formName = `selection ${id}`;
  const [kept] = useState(() => {
    const { base, value } = readKeptForm<KeptSelection>(person.id, formName) ?? {};
    const isOpen = value?.draw === drawOf(exhibition) && !isSameJson(value.keys, savedKeys(exhibition));
    return isOpen && base ? { base: base.keys, mine: value.keys } : undefined;
  });
  const [begun, setBegun] = useState(() => ({
    base: kept?.base ?? savedKeys(exhibition),
    // What was kept does not say from which version it was: any that is saved by now meets it.
    version: kept ? 0 : exhibition.version,
    draw: drawOf(exhibition),
  }));
  const [selected, setSelected] = useState(kept?.mine ?? begun.base);
  const latest = useRef(selected);
  latest.current = selected;
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<SelectionConflict>();
  const [isSaving, setSaving] = useState(false);
  const [isTakenUp, setTakenUp] = useState(kept !== undefined);
  /** What stood there before the last proposal was taken. */
  const [before, setBefore] = useState<readonly string[]>();
  const isDirty = !isSameJson(begun.base, selected);

  const goOn = (after: StaffExhibition, keys: readonly string[]): void => {
    setBegun({ base: savedKeys(after), version: after.version, draw: drawOf(after) });
    setSelected(keys);
    setErrors(new Map());
  };

  /** Goes on from what is saved by now; gives the selection to save, or nothing where the person must choose. */
  const meet = (
    theirs: StaffExhibition,
    { base, mine, isAsked = false }: { base: readonly string[]; mine: readonly string[]; isAsked?: boolean },
  ) => {
    const { merged, isOpen } =
      drawOf(theirs) === begun.draw
        ? mergeSelections({ base, mine, theirs: savedKeys(theirs) })
        : // The numbers of the jury are void once the artists are revealed, or others drawn.
          { merged: savedKeys(theirs), isOpen: false };
    if (isOpen) {
      setConflict({ name: nameOfOther(theirs), mine: merged, theirs, isAsked });
      return undefined;
    }
    goOn(theirs, merged);
    return merged;
  };

  /** The version that the person has left for later: saving asks again. */
  const later = useRef(0);
  // An act beside the selection has made another version.
  useEffect(() => {
    if (exhibition.version > Math.max(begun.version, later.current) && !conflict && !isSaving)
      meet(exhibition, { base: begun.base, mine: selected });
  });

  // While the person chooses, what is theirs is kept.
  const mine = conflict?.mine ?? selected;
  const form = useMemo(
    () => ({ base: { keys: begun.base, draw: begun.draw }, value: { keys: mine, draw: begun.draw } }),
    [begun, mine],
  );
  const { canKeep } = useKeptForm<KeptSelection>(formName, form, !isSameJson(begun.base, mine));

  const bodyOf = (keys: readonly string[]) =>
    begun.draw === byIds ? { artworkIds: [...keys] } : { numbers: keys.map(Number) };

  /** Saves by the version that it began from: what others have saved since is merged with it. */
  const send = async (keys: readonly string[], from: Begun, meanwhile?: StaffExhibition): Promise<void> => {
    try {
      const { version } = from;
      const saved = await api.call('selectArtworks', { params: { id }, version, body: bodyOf(keys) });
      // What was changed while it was sent is not saved yet.
      goOn(saved, mergeSelections({ base: keys, mine: latest.current, theirs: savedKeys(saved) }).merged);
      setTakenUp(false);
      setBefore(undefined);
      changed(saved);
      announce(meanwhile ? mergedWith(meanwhile) : words.editor.saved);
    } catch (error) {
      if (!isConflict(error)) throw error;
      const theirs = await api.call('getStaffExhibition', { params: { id } });
      // With what was changed while it was sent.
      const merged = meet(theirs, { base: from.base, mine: latest.current, isAsked: true });
      changed(theirs);
      if (merged && drawOf(theirs) === begun.draw && !isSameJson(merged, savedKeys(theirs)))
        await send(merged, { base: savedKeys(theirs), version: theirs.version }, theirs);
    }
  };
  const save = async (keys = selected, from: Begun = begun): Promise<void> => {
    setFailure(undefined);
    setErrors(new Map());
    setSaving(true);
    try {
      await send(keys, from);
    } catch (error) {
      const found = error instanceof RefusedError ? (error.problem.errors ?? []) : [];
      const at = found.flatMap(({ path, message }): [string, string][] => {
        const key = keys[Number(path.split('.')[1])];
        return key ? [[key, message]] : [];
      });
      setErrors(new Map(at));
      setFailure(error);
    } finally {
      setSaving(false);
    }
  };
  const change = (make: (keys: readonly string[]) => readonly string[]): void => {
    setFailure(undefined);
    setSelected(make);
  };
  /** Gives up what was selected before the screen was opened, and since, for what is saved by now. */
  const drop = (): void => {
    setTakenUp(false);
    setBefore(undefined);
    setFailure(undefined);
    goOn(exhibition, savedKeys(exhibition));
  };
  return {
    ...{ selected, saved: begun.base, version: begun.version, isDirty, isSaving, canKeep, errors, failure, conflict },
    isTakenUp: isTakenUp && isDirty,
    ...{ change, drop },
    /** Puts another selection in place of this one, which `undo` brings back. */
    replace: (keys: readonly string[]): void => {
      setBefore(selected);
      change(() => keys);
    },
    undo:
      before &&
      (() => {
        setBefore(undefined);
        change(() => before);
      }),
    save: () => save(),
    /** Without a choice it is left for later: nothing has changed, and saving asks again. */
    settle: ({ mine, theirs, isAsked }: SelectionConflict, choice: 'mine' | 'theirs' | undefined): void => {
      setConflict(undefined);
      later.current = theirs.version;
      if (!choice) return;
      goOn(theirs, choice === 'mine' ? mine : savedKeys(theirs));
      changed(theirs);
      if (isAsked && choice === 'mine') void save(mine, { base: savedKeys(theirs), version: theirs.version });
    },
  };
};
