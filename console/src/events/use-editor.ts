import { useEffect, useRef, useState } from 'react';
import { OfflineError, RefusedError } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import type { LocalDraft } from '../drafts/local-draft.ts';
import { saveContent } from '../drafts/save-content.ts';
import { untilSent } from '../drafts/until-sent.ts';
import { useLocalDraft } from '../drafts/use-local-draft.ts';
import { isSame } from '../merge/is-same.ts';
import { type Choices, mergeContents } from '../merge/merge-contents.ts';
import { type Content, contentOf, emptyContent, nameOf, type StaffEvent } from './content.ts';

type Errors = Readonly<Record<string, string>>;

/** Two contents of which the person must choose. */
export interface ConflictFound {
  /** Who has written the other one. */
  readonly name: string;
  /** What both began from. */
  readonly base: Content;
  readonly mine: Content;
  readonly theirs: Content;
  /** The other one, where it is saved. */
  readonly event?: StaffEvent;
  /** The person has asked to save: once it is settled, it is saved. */
  readonly isAsked: boolean;
  /** Told whether the person has chosen, or leaves it for later. */
  readonly settled?: (isSettled: boolean) => void;
}

/** How far what is written is from being saved; `waiting` for the connection. */
export type Saving = 'unchanged' | 'unsaved' | 'saving' | 'waiting';

/**
 * What is written of an event, from the moment that it is opened until it is saved. What is not saved is kept on the device. `saved` is undefined
 * for one that does not exist yet; `changed` is called with the event once it is saved, or another person has saved it.
 */
export const useEditor = (saved: StaffEvent | undefined, changed: (event: StaffEvent, draft?: string) => void) => {
  const { api, person, words, announce } = useConsole();
  const item = saved?.id;
  const [{ base, version }, setBegun] = useState(() => ({
    base: saved ? contentOf(saved) : emptyContent,
    version: saved?.version ?? 0,
  }));
  const [content, setContent] = useState(base);
  /** What is to be saved; again, where an earlier attempt has got no answer. */
  const [asked, setAsked] = useState<{ readonly content: Content; readonly isAgain: boolean }>();
  const [isWaiting, setWaiting] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<ConflictFound>();
  const isDirty = !isSame(base, content);
  const latest = useRef(content);
  latest.current = content;
  const sending = useRef<Promise<boolean>>(undefined);

  const byName = ({ updatedBy }: StaffEvent): string => nameOf(updatedBy) || words.conflict.somebody;

  const takeUp = (draft: LocalDraft): Promise<boolean> => {
    const [mine, theirs] = [draft.content, latest.current];
    const { merged, conflicts } = mergeContents(draft.base, mine, theirs);
    if (conflicts.length > 0) {
      const name = saved && saved.version > draft.version ? byName(saved) : (person.name ?? '');
      const isAsked = draft.asked !== undefined;
      return new Promise((settled) => setConflict({ name, base: draft.base, mine, theirs, isAsked, settled }));
    }
    setContent(merged);
    if (draft.asked) setAsked({ content: mergeContents(draft.base, draft.asked, theirs).merged, isAgain: true });
    announce(words.editor.draftTaken);
    return Promise.resolve(true);
  };
  const written = { item, base, version, content, asked: asked?.content };
  const local = useLocalDraft(written, isDirty, { takeUp, sending });

  /** Goes on from what another person has saved, with what is written here. */
  const meet = (event: StaffEvent, isAsked: boolean): void => {
    const [mine, theirs] = [latest.current, contentOf(event)];
    const { merged, conflicts } = mergeContents(base, mine, theirs);
    if (conflicts.length > 0) {
      setConflict({ name: byName(event), base, mine, theirs, event, isAsked });
    } else {
      setBegun({ base: theirs, version: event.version });
      setContent(merged);
      if (asked) setAsked({ ...asked, content: mergeContents(base, asked.content, theirs).merged });
    }
  };
  // A publication or another act beside the text has made another version.
  useEffect(() => {
    if (saved && saved.version > version && !conflict) meet(saved, false);
  });

  useEffect(() => {
    if (!isDirty) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [isDirty]);

  /** Goes on from what is saved now: what was typed while `sent` was on its way is not saved yet. */
  const goOn = async (event: StaffEvent, sent: Content): Promise<void> => {
    const after = contentOf(event);
    const { merged } = mergeContents(sent, latest.current, after);
    const rest = { item: event.id, base: after, version: event.version, content: merged };
    const isHandedOver = item === undefined && !isSame(merged, after);
    const draft = isHandedOver ? await local.handOver(rest) : undefined;
    if (!isHandedOver) local.forget();
    setBegun({ base: after, version: event.version });
    setContent(merged);
    changed(event, draft);
  };

  /** True where it has come to an end, good or bad: there is nothing to try again. */
  const send = async (sent: Content, isAgain: boolean): Promise<boolean> => {
    try {
      const work = { item, base, version, content: sent };
      const outcome = await saveContent(api, work, { person: person.id, isAgain });
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
    let { isAgain } = asked;
    return untilSent(() => {
      // An earlier one is still on its way.
      if (sending.current) return Promise.resolve(false);
      const attempt = sendNow.current(asked.content, isAgain);
      isAgain = true;
      sending.current = attempt;
      return attempt.finally(() => {
        sending.current = undefined;
      });
    });
  }, [asked]);

  const save = (wanted: Content): void => {
    setFailure(undefined);
    setErrors({});
    setAsked({ content: wanted, isAgain: isWaiting });
  };
  const saving: Saving = asked ? (isWaiting ? 'waiting' : 'saving') : isDirty ? 'unsaved' : 'unchanged';
  return {
    ...{ content, version, errors, failure, conflict, isDirty, saving },
    ...{ found: local.found, isKept: local.isKept, takeDraft: local.take, dropDraft: local.drop },
    save: () => save(content),
    change: (make: (content: Content) => Content) => setContent(make),
    /** Without choices it is left for later: nothing has changed, and saving asks again. */
    settle: ({ event, isAsked, settled, ...found }: ConflictFound, choices: Choices | undefined): void => {
      setConflict(undefined);
      settled?.(choices !== undefined);
      if (!choices) return;
      const { merged } = mergeContents(found.base, found.mine, found.theirs, choices);
      setContent(merged);
      if (event) {
        setBegun({ base: found.theirs, version: event.version });
        changed(event);
      }
      if (isAsked || asked) save(merged);
    },
  };
};
