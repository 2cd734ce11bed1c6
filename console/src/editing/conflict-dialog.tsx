import { useState } from 'react';
import { useConsole } from '../console-context.ts';
import { fieldName } from '../events/field-name.ts';
import { type Choices, type Conflict, type MergeChoice, mergeContents } from '../merge/merge-contents.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { conflictText } from './conflict-text.ts';
import type { ConflictFound } from './use-editor.ts';
import type { WrittenContent } from './written-kind.ts';

interface ConflictDialogProps<C, S> {
  readonly conflict: ConflictFound<C, S>;
  /** Without choices where the person leaves it for later. */
  readonly onSettled: (conflict: ConflictFound<C, S>, choices: Choices | undefined) => void;
}

/** The pictures or files of a conflict: those of an order, or the one that is changed. */
const uploadsOf = ({ path, mine, theirs }: Conflict, value: unknown): readonly string[] => {
  if (path[0] !== 'pictures') return [];
  if (Array.isArray(value)) return value.map(String);
  return [mine, theirs].includes(value) && value !== undefined ? [path[1] ?? ''] : [];
};

/** What two people have changed alike: the person chooses what stays of each. Nothing of either is lost before. */
export const ConflictDialog = <C extends WrittenContent, S>({
  conflict: found,
  onSettled,
}: ConflictDialogProps<C, S>) => {
  const { words, language, site } = useConsole();
  const texts = words.conflict;
  const [choices, setChoices] = useState<Choices>({});
  const { conflicts } = mergeContents(found.base, found.mine, found.theirs);
  const surroundings = { words, language, locales: site.locales };
  /** The place of an item in its list in place of its key. */
  const named = ({ id, path }: Conflict): string => {
    const list = (['pictures', 'files'] as const).find((one) => one === path[0]);
    const at = list ? found.mine[list].findIndex(({ uploadId }) => uploadId === path[1]) : -1;
    const name = fieldName((at < 0 ? path : [path[0], String(at), ...path.slice(2)]).join('.'), surroundings);
    return id.endsWith('#order') ? texts.order(name) : name;
  };
  return (
    <Dialog title={texts.title} onClose={() => onSettled(found, undefined)}>
      <p>{texts.choose(found.name)}</p>
      {conflicts.map((conflict) => {
        const { id, mine, theirs, mayKeepBoth } = conflict;
        const options: readonly (readonly [MergeChoice, string, unknown])[] = [
          ['mine', texts.mine, mine],
          ['theirs', texts.theirs(found.name), theirs],
          ...(mayKeepBoth ? [['both', texts.both, undefined] as const] : []),
        ];
        return (
          <fieldset key={id}>
            <legend>{named(conflict)}</legend>
            {options.map(([choice, label, value]) => (
              <label key={choice} className="version">
                <input
                  type="radio"
                  name={id}
                  checked={(choices[id] ?? 'mine') === choice}
                  onChange={() => setChoices((before) => ({ ...before, [id]: choice }))}
                />
                {label}
                {uploadsOf(conflict, value).map((uploadId) => (
                  <Thumbnail key={uploadId} uploadId={uploadId} alt="" />
                ))}
                {choice !== 'both' && !id.endsWith('#order') && (
                  <pre>{conflictText(value, conflict.path, surroundings) || texts.empty}</pre>
                )}
              </label>
            ))}
          </fieldset>
        );
      })}
      <p className="actions">
        <button type="button" className="primary" onClick={() => onSettled(found, choices)}>
          {texts.apply}
        </button>
        <button type="button" onClick={() => onSettled(found, undefined)}>
          {texts.later}
        </button>
      </p>
    </Dialog>
  );
};
