import { useId, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { type Choices, type MergeChoice, mergeContents } from '../merge/merge-contents.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { conflictName, mediaName } from './conflict-name.ts';
import { ConflictSide } from './conflict-side.tsx';
import { conflictWords } from './conflict-words.ts';
import type { ConflictFound } from './use-editor.ts';
import type { WrittenContent } from './written-kind.ts';
import './conflict.css';

interface ConflictDialogProps<C, S> {
  readonly conflict: ConflictFound<C, S>;
  /** The item that both have changed; absent for one that does not exist yet. */
  readonly item: string | undefined;
  /** Without choices where the person leaves it for later. */
  readonly onSettled: (conflict: ConflictFound<C, S>, choices: Choices | undefined) => void;
}

/**
 * What two people have changed alike, beside what both began from: the person chooses what stays of each. Nothing of
 * either is lost before. The two may be one person in two tabs.
 */
export const ConflictDialog = <C extends WrittenContent, S>({
  conflict: found,
  item,
  onSettled,
}: ConflictDialogProps<C, S>) => {
  const { words, language, site } = useConsole();
  const texts = useWords(conflictWords);
  const ids = useId();
  const [choices, setChoices] = useState<Choices>({});
  const { conflicts } = mergeContents(found.base, found.mine, found.theirs);
  const surroundings = { words, language, locales: site.locales };
  const { name } = found;
  const said =
    name === undefined
      ? texts.own
      : {
          title: words.conflict.title,
          choose: texts.choose(name),
          mine: words.conflict.mine,
          theirs: words.conflict.theirs(name),
        };
  return (
    <Dialog title={said.title} onClose={() => onSettled(found, undefined)}>
      <p>{said.choose}</p>
      <p className="legend">
        <del>{texts.takenOut}</del> <ins>{texts.putIn}</ins>
      </p>
      {conflicts.map((conflict, n) => {
        const { id, path, base, mine, theirs, mayKeepBoth } = conflict;
        const [list, uploadId] = path;
        const nameOf = (of: string) => mediaName(list === 'files' ? 'files' : 'pictures', of, found, surroundings);
        const options: readonly (readonly [MergeChoice, string, unknown])[] = [
          ['mine', said.mine, mine],
          ['theirs', said.theirs, theirs],
          ...(mayKeepBoth ? [['both', texts.both, undefined] as const] : []),
        ];
        return (
          <fieldset key={id} className="conflict">
            <legend>{conflictName(conflict, found, surroundings)}</legend>
            {list === 'pictures' && uploadId && <Thumbnail uploadId={uploadId} alt="" />}
            <h3>{texts.base}</h3>
            <ConflictSide {...{ conflict, item, nameOf }} value={base} />
            {options.map(([choice, label, value]) => (
              <div key={choice}>
                <label className="check">
                  <input
                    type="radio"
                    name={id}
                    checked={(choices[id] ?? 'mine') === choice}
                    aria-describedby={choice === 'both' ? undefined : `${ids}${n}${choice}`}
                    onChange={() => setChoices((before) => ({ ...before, [id]: choice }))}
                  />
                  {label}
                </label>
                {choice !== 'both' && (
                  <div id={`${ids}${n}${choice}`}>
                    <ConflictSide {...{ conflict, item, nameOf, value }} />
                  </div>
                )}
              </div>
            ))}
          </fieldset>
        );
      })}
      <p className="actions">
        <button type="button" className="primary" onClick={() => onSettled(found, choices)}>
          {words.conflict.apply}
        </button>
        <button type="button" onClick={() => onSettled(found, undefined)}>
          {words.conflict.later}
        </button>
      </p>
    </Dialog>
  );
};
