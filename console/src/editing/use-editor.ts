import { useEffect, useRef, useState } from 'react';
import { OfflineError, RefusedError } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import type { LocalDraft } from '../drafts/local-draft.ts';
import { saveContent, type Tried } from '../drafts/save-content.ts';
import { untilSent } from '../drafts/until-sent.ts';
import { useLocalDraft } from '../drafts/use-local-draft.ts';
import { nameOf } from '../events/content.ts';
import { isSame } from '../merge/is-same.ts';
import { type Choices, mergeContents } from '../merge/merge-contents.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import type { SavedItem, WrittenContent, WrittenKind } from './written-kind.ts';

type Errors = Readonly<Record<string, string>>;

/** Two contents of which the person must choose. */
export interface ConflictFound<C, S> {
  /** Who has written the other one. */
  readonly name: string;
  /** What both began from. */
  readonly base: C;
  readonly mine: C;
  readonly theirs: C;
  /** The other one, where it is saved. */
  readonly item?: S;
  /** The person has asked to save: once it is settled, it is saved. */
  readonly isAsked: boolean;
  /** Told whether the person has chosen, or leaves it for later. */
  readonly settled?: (isSettled: boolean) => void;
}

/** Whether what is written is saved; `waiting`: it is sent by itself once there is a connection. */
export type Saving = 'unchanged' | 'unsaved' | 'saving' | 'waiting';

/**
 * What is written of an item, from the moment that it is opened until it is saved. What is not saved is kept on the device. `saved` is undefined
 * for one that does not exist yet; `changed` is called with the item once it is saved, or another person has saved it.
 */
export const useEditor = <C extends WrittenContent, S extends SavedItem>(
  kind: WrittenKind<C, S>,
  saved: S | undefined,
  changed: (saved: S, draft?: string) => void,
) => {
  const { api, person, words, announce } = useConsole();
  const item = saved?.id;
  const [{ base, version }, setBegun] = useState(() => ({
    base: saved ? kind.contentOf(saved) : kind.emptyContent,
    version: saved?.version ?? 0,
  }));
  const [content, setContent] = useState(base);
  /** What is to be saved, and the attempt to save it that has got no answer. */
  const [asked, setAsked] = useState<{ readonly content: C; readonly tried?: Tried<C> | undefined }>();
  const [isWaiting, setWaiting] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<ConflictFound<C, S>>();
  const isDirty = !isSame(base, content);
  const latest = useRef(content);
  latest.current = content;
  const sending = useRef<Promise<boolean>>(undefined);

  const byName = ({ updatedBy }: S): string => nameOf(updatedBy) || words.conflict.somebody;

  const takeUp = (draft: LocalDraft): Promise<boolean> => {
    // It was written in this editor.
    const [base, mine, theirs] = [draft.base as C, draft.content as C, latest.current];
    const { merged, conflicts } = mergeContents(base, mine, theirs);
    if (conflicts.length > 0) {
      const name = saved && saved.version > draft.version ? byName(saved) : (person.name ?? '');
      const isAsked = draft.asked !== undefined;
      return new Promise((settled) => setConflict({ name, base, mine, theirs, isAsked, settled }));
    }
    setContent(merged);
    if (draft.asked) {
      const content = mergeContents(base, draft.asked as C, theirs).merged;
      // The tab that wrote it may have been closed just after it had sent it.
      setAsked({ content, tried: { content: draft.asked as C, at: performance.now() } });
    }
    announce(words.editor.draftTaken);
    return Promise.resolve(true);
  };
  const written = { kind: kind.name, item, base, version, content, asked: asked?.content };
  const local = useLocalDraft(written, isDirty, { takeUp, sending });

  /** Goes on from what another person has saved, with what is written here. */
  const meet = (other: S, isAsked: boolean): void => {
    const [mine, theirs] = [latest.current, kind.contentOf(other)];
    const { merged, conflicts } = mergeContents(base, mine, theirs);
    if (conflicts.length > 0) {
      setConflict({ name: byName(other), base, mine, theirs, item: other, isAsked });
    } else {
      setBegun({ base: theirs, version: other.version });
      setContent(merged);
      if (asked) setAsked({ ...asked, content: mergeContents(base, asked.content, theirs).merged });
    }
  };
  // A publication or another act beside the text has made another version.
  useEffect(() => {
    if (saved && saved.version > version && !conflict) meet(saved, false);
  });

  useLeaveWarning(isDirty);

  /** Goes on from what is saved now: what was typed while `sent` was on its way is not saved yet. */
  const goOn = async (after: S, sent: C): Promise<void> => {
    const base = kind.contentOf(after);
    const { merged } = mergeContents(sent, latest.current, base);
    const rest = { kind: kind.name, item: after.id, base, version: after.version, content: merged };
    const isHandedOver = item === undefined && !isSame(merged, base);
    const draft = isHandedOver ? await local.handOver(rest) : undefined;
    if (!isHandedOver) local.forget();
    setBegun({ base, version: after.version });
    setContent(merged);
    changed(after, draft);
  };

  /** True where it has come to an end, good or bad: there is nothing to try again. */
  const send = async (sent: C, tried: Tried<C> | undefined): Promise<boolean> => {
    try {
      const work = { item, base, version, content: sent };
      const outcome = await saveContent(api, kind, work, { person: person.id, tried });
      if ('theirs' in outcome) meet(outcome.theirs, true);
      else {
        await goOn(outcome.saved, sent);
        announce(outcome.meanwhile ? words.conflict.merged(byName(outcome.meanwhile)) : words.editor.saved);
      }
    } catch (error) {
      if (error instanceof OfflineError) {
        setWaiting(true);
        return false;
      }
      if (error instanceof RefusedError)
        setErrors(Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message])));
      setFailure(error);
    }
    setAsked(undefined);
    setWaiting(false);
    return true;
  };
  const sendNow = useRef(send);
  sendNow.current = send;
  useEffect(() => {
    if (!asked) return;
    let { tried } = asked;
    return untilSent(() => {
      // An earlier one is still on its way.
      if (sending.current) return Promise.resolve(false);
      const attempt = sendNow.current(asked.content, tried);
      tried ??= { content: asked.content, at: performance.now() };
      sending.current = attempt;
      return attempt.finally(() => {
        sending.current = undefined;
      });
    });
  }, [asked]);

  const save = (wanted: C): void => {
    setFailure(undefined);
    setErrors({});
    setAsked({ content: wanted, tried: asked && (asked.tried ?? { content: asked.content, at: performance.now() }) });
  };
  const saving: Saving = asked ? (isWaiting ? 'waiting' : 'saving') : isDirty ? 'unsaved' : 'unchanged';
  return {
    ...{ content, version, errors, failure, conflict, isDirty, saving },
    ...{
      found: local.found,
      elsewhere: local.elsewhere,
      isKept: local.isKept,
      takeDraft: local.take,
      dropDraft: local.drop,
    },
    save: () => save(content),
    change: (make: (content: C) => C) => setContent(make),
    /** Without choices it is left for later: nothing has changed, and saving asks again. */
    settle: ({ item: other, isAsked, settled, ...found }: ConflictFound<C, S>, choices: Choices | undefined): void => {
      setConflict(undefined);
      settled?.(choices !== undefined);
      if (!choices) return;
      const { merged } = mergeContents(found.base, found.mine, found.theirs, choices);
      setContent(merged);
      if (other) {
        setBegun({ base: found.theirs, version: other.version });
        changed(other);
      }
      if (isAsked || asked) save(merged);
    },
  };
};
