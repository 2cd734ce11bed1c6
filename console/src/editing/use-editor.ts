import { useEffect, useRef, useState } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { RefusedError } from '../api/api.ts';
import type { WaitsFor } from '../api/waits-for.ts';
import { useConsole } from '../console-context.ts';
import type { LocalDraft } from '../drafts/local-draft.ts';
import { saveContent } from '../drafts/save-content.ts';
import { untilSent } from '../drafts/until-sent.ts';
import { useLocalDraft } from '../drafts/use-local-draft.ts';
import { type Choices, mergeContents } from '../merge/merge-contents.ts';
import { waitsForOf } from '../session/waits-for-of.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { useOther } from './use-other.ts';
import type { SavedItem, WrittenContent, WrittenKind } from './written-kind.ts';

type Errors = Readonly<Record<string, string>>;

/** Two contents of which the person must choose. */
export interface ConflictFound<C, S> {
  /** Who has written the other one; undefined where it is the same person, in another tab or on another device. */
  readonly name: string | undefined;
  /** What both began from. */
  readonly base: C;
  readonly mine: C;
  readonly theirs: C;
  /** The other one, where it is saved. */
  readonly item?: S;
  /** The person has asked to save: once it is settled, it is saved. */
  readonly isAsked: boolean;
  /** The person has left the choice for later. */
  readonly isLater?: boolean;
  /** Told whether the person has chosen, or leaves it for later. */
  readonly settled?: (isSettled: boolean) => void;
}

/** Whether what is written is saved, or is sent by itself once there is what it waits for. */
export type Saving = 'unchanged' | 'unsaved' | 'saving' | WaitsFor;

/** What a person has asked to save. */
interface Asked<C> {
  readonly content: C;
}

/**
 * What is written of an item, from the moment that it is opened until it is saved. What is not saved is kept on the
 * device. `saved` is undefined for one that does not exist yet; `changed` is called with the item once it is saved, or
 * another person has saved it.
 */
export const useEditor = <C extends WrittenContent, S extends SavedItem>(
  kind: WrittenKind<C, S>,
  saved: S | undefined,
  changed: (saved: S, draft?: string) => void,
) => {
  const { api, words, announce } = useConsole();
  const { nameOfOther, mergedWith } = useOther();
  const item = saved?.id;
  const [{ base, version }, setBegun] = useState(() => ({
    base: saved ? kind.contentOf(saved) : kind.emptyContent,
    version: saved?.version ?? 0,
  }));
  const [content, setContent] = useState(base);
  const [asked, setAsked] = useState<Asked<C>>();
  const [waitsFor, setWaitsFor] = useState<WaitsFor>();
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<ConflictFound<C, S>>();
  const isDirty = !isSameJson(base, content);
  const latest = useRef(content);
  latest.current = content;
  const askedNow = useRef(asked);
  askedNow.current = asked;
  const sending = useRef<Promise<boolean>>(undefined);

  const takeUp = (draft: LocalDraft): Promise<boolean> => {
    // It was written in this editor.
    const [base, mine] = [draft.base as C, draft.content as C];
    // Something new that is begun here as another kind, and has nothing in it, takes nothing away from the draft.
    const theirs = !saved && !isDirty ? base : latest.current;
    const { merged, conflicts } = mergeContents(base, mine, theirs);
    if (conflicts.length > 0) {
      const name = saved && saved.version > draft.version ? nameOfOther(saved) : undefined;
      const isAsked = draft.asked !== undefined;
      return new Promise((settled) => setConflict({ name, base, mine, theirs, isAsked, settled }));
    }
    setContent(merged);
    if (draft.asked) {
      setAsked({ content: mergeContents(base, draft.asked as C, theirs).merged });
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
      setConflict({ name: nameOfOther(other), base, mine, theirs, item: other, isAsked });
    } else {
      setConflict(undefined);
      setBegun({ base: theirs, version: other.version });
      setContent(merged);
      if (asked) setAsked({ content: mergeContents(base, asked.content, theirs).merged });
    }
  };
  // A publication or another act beside the text has made another version.
  useEffect(() => {
    if (saved && saved.version > version && !conflict) meet(saved, false);
  });

  useLeaveWarning(isDirty);

  /** What the person has asked to save since `sent` was on its way. */
  const askedSince = (sent: Asked<C>): Asked<C> | undefined =>
    askedNow.current === sent ? undefined : askedNow.current;

  /** Goes on from what is saved now: what was typed while `sent` was on its way is not saved yet. */
  const goOn = async (after: S, sent: C, since: Asked<C> | undefined): Promise<void> => {
    const base = kind.contentOf(after);
    // What only another kind has is not saved, and the kind is settled now.
    const restOf = (now: C): C => kind.sentOf(mergeContents(sent, now, base).merged);
    const merged = restOf(latest.current);
    const again = since && restOf(since.content);
    const rest = { kind: kind.name, item: after.id, base, version: after.version, content: merged, asked: again };
    const isHandedOver = item === undefined && !isSameJson(merged, base);
    const draft = isHandedOver ? await local.handOver(rest) : undefined;
    if (!isHandedOver) local.forget();
    setConflict(undefined);
    setBegun({ base, version: after.version });
    setContent(merged);
    setErrors({});
    setFailure(undefined);
    setAsked(again && { content: again });
    changed(after, draft);
  };

  /**
   * Goes on in the editor of what an attempt without an answer has made, where it has been changed since: that one asks
   * what is to stay.
   */
  const goOnThere = async (made: S): Promise<void> => {
    const content = kind.sentOf(latest.current);
    const rest = { kind: kind.name, item: made.id, base, version: 1, content, asked: content };
    changed(made, await local.handOver(rest));
  };

  /**
   * Saves `content` as `ask` wants it. True where that has come to an end, good or bad: there is nothing to try again.
   */
  const send = async (ask: Asked<C>, content: C): Promise<boolean> => {
    try {
      const work = { item, base, version, content };
      const outcome = await saveContent(api, kind, work, await local.key());
      if ('theirs' in outcome) {
        setAsked(undefined);
        if (item === undefined) await goOnThere(outcome.theirs);
        else meet(outcome.theirs, true);
      } else {
        await goOn(outcome.saved, content, askedSince(ask));
        announce(outcome.meanwhile ? mergedWith(outcome.meanwhile) : words.editor.saved);
      }
    } catch (error) {
      const cause = waitsForOf(error);
      if (cause) {
        setWaitsFor(cause);
        // The API's own words: there may be more to it than a moment.
        setFailure(cause === 'busy' ? error : undefined);
        return false;
      }
      const since = askedSince(ask);
      // What is asked for now may be what was missing.
      setAsked(since && { content: since.content });
      if (!since) {
        if (error instanceof RefusedError)
          setErrors(Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message])));
        setFailure(error);
      }
    }
    setWaitsFor(undefined);
    return true;
  };
  const sendNow = useRef(send);
  sendNow.current = send;
  useEffect(() => {
    if (!asked) return;
    let isFirst = true;
    return untilSent(() => {
      // An earlier one is still on its way.
      if (sending.current) return Promise.resolve(false);
      // What was written while it waited goes with it.
      const wanted = isFirst ? asked.content : latest.current;
      isFirst = false;
      const attempt = sendNow.current(asked, wanted);
      sending.current = attempt;
      return attempt.finally(() => {
        sending.current = undefined;
      });
    });
  }, [asked]);

  const save = (wanted: C): void => {
    setFailure(undefined);
    setErrors({});
    setAsked({ content: wanted });
  };
  const saving: Saving = asked ? (waitsFor ?? 'saving') : isDirty ? 'unsaved' : 'unchanged';
  return {
    ...{ content, version, errors, failure, isDirty, saving },
    conflict: conflict?.isLater ? undefined : conflict,
    /** Asks again what was left for later, of what is written now; undefined where nothing was. */
    choose: conflict?.isLater && conflict.item ? () => meet(conflict.item as S, conflict.isAsked) : undefined,
    ...{
      found: local.found,
      elsewhere: local.elsewhere,
      isKept: local.isKept,
      takeDraft: local.take,
      dropDraft: local.drop,
    },
    /** The draft of what is written here: of something new, files on their way belong to it. */
    draftId: local.id,
    save: () => save(content),
    change: (make: (content: C) => C) => setContent(make),
    /** Without choices it is left for later: nothing has changed, and saving asks again. */
    settle: (settledOne: ConflictFound<C, S>, choices: Choices | undefined): void => {
      const { item: other, isAsked, settled, ...found } = settledOne;
      // A draft that is left for later is offered again above the fields.
      setConflict(choices || !other ? undefined : { ...settledOne, isLater: true });
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
