import { useEffect, useRef, useState } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { useConsole, useWords } from '../console-context.ts';
import { useActs } from '../editing/use-acts.ts';
import type { ItemAccess, SavedItem } from '../editing/written-kind.ts';
import type { Seen } from './publication-source.ts';
import { publicationWords } from './words.ts';

/** Something that is done about the publication of an item. */
interface PublicationAct<S> {
  readonly call: () => Promise<S>;
  /** Whether an item is as the act leaves it. */
  readonly isDone: (after: S) => boolean;
  /** What is announced of it. */
  readonly said: (after: S) => string;
  /** Makes the button that takes it back; none, where it cannot be taken back. */
  readonly undoOf?: ((after: S) => () => void) | undefined;
}

interface PublicationOf<S extends SavedItem> {
  readonly kind: ItemAccess<S>;
  readonly item: S;
  readonly changed: (item: S) => void;
  /** Leads to a field of the editor, by its path. */
  readonly onField: ((path: string) => void) | undefined;
}

/** The acts of the panel beside an editor, with the dialogue that is open there, and where the focus is afterwards. */
export const usePublicationActs = <
  S extends SavedItem & { readonly [F in keyof Seen]?: unknown },
  Dialog extends string,
>({
  kind,
  item,
  changed,
  onField,
}: PublicationOf<S>) => {
  const { api, announce } = useConsole();
  const texts = useWords(publicationWords);
  const [open, setOpen] = useState<Dialog>();
  const { isBusy, failure, act, forgetFailure } = useActs(kind, item, changed);
  const [lastAct, setLastAct] = useState<{ readonly answer: S; readonly undo?: () => void }>();
  const hasActed = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!hasActed.current) return;
    hasActed.current = false;
    // The act has taken away the button that had the focus.
    if (document.activeElement === document.body) heading.current?.focus();
  });

  const close = () => setOpen(undefined);
  const run = ({ call, isDone, said, undoOf }: PublicationAct<S>) =>
    act({
      ...{ call, isDone },
      done: (answer) => {
        setLastAct({ answer, ...(undoOf && { undo: undoOf(answer) }) });
        announce(said(answer));
        close();
        hasActed.current = true;
      },
    });
  const confirm = (seen: Seen) =>
    act({
      call: () => kind.update(api, item.id, item.version, seen),
      isDone: (after) => Object.entries(seen).every(([field, all]) => isSameJson(all, after[field as keyof Seen])),
      done: () => announce(texts.confirmed),
    });
  return {
    ...{ open, isBusy, failure, heading, run, confirm, close },
    /** The sentence that tells the person how the last act has ended; it goes once anybody changes the item. */
    lastAct: lastAct?.answer.version === item.version ? lastAct : undefined,
    show: (dialog: Dialog) => () => {
      forgetFailure();
      setOpen(dialog);
    },
    toField:
      onField &&
      ((path: string) => {
        close();
        // The dialogue returns the focus to its button when it closes.
        setTimeout(() => onField(path));
      }),
  };
};
