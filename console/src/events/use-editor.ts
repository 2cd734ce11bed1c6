import { useEffect, useState } from 'react';
import { RefusedError } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import {
  type Conflict,
  type Content,
  contentOf,
  emptyContent,
  isSame,
  mergeContents,
  nameOf,
  patchBetween,
  type StaffEvent,
} from './content.ts';
import { forgetDraft, keepDraft, readDraft } from './local-draft.ts';

/** How long after the last key what is written is kept on the device, in milliseconds. */
const keepAfter = 1_000;

type Errors = Readonly<Record<string, string>>;

export interface ConflictFound {
  /** Who has saved meanwhile. */
  readonly name: string;
  readonly conflicts: readonly Conflict[];
}

/**
 * What is written of an event, from the moment that it is opened until it is saved. What is not saved is kept on the device. `saved` is undefined
 * for one that does not exist yet; `changed` is called with the event once it is saved, or another person has saved it.
 */
export const useEditor = (saved: StaffEvent | undefined, changed: (event: StaffEvent) => void) => {
  const { api, person } = useConsole();
  const item = saved?.id ?? 'new';
  const [base, setBase] = useState(() => (saved ? contentOf(saved) : emptyContent));
  const [version, setVersion] = useState(saved?.version ?? 0);
  const [content, setContent] = useState(base);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<ConflictFound>();
  const [isSaving, setSaving] = useState(false);
  const [found, setFound] = useState(() => readDraft(person.id, item));
  const isDirty = !isSame(base, content);

  // A publication or another act beside the text has made another version.
  useEffect(() => {
    if (!saved || saved.version <= version) return;
    setContent((now) => mergeContents(base, now, contentOf(saved)).merged);
    setBase(contentOf(saved));
    setVersion(saved.version);
  }, [saved, base, version]);

  useEffect(() => {
    if (!isDirty || found) return;
    const timer = setTimeout(
      () => keepDraft(person.id, item, { base, version, content, writtenAt: new Date().toISOString() }),
      keepAfter,
    );
    return () => clearTimeout(timer);
  }, [isDirty, found, person.id, item, base, version, content]);

  useEffect(() => {
    if (!isDirty) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [isDirty]);

  const begin = (event: StaffEvent, mine: Content = contentOf(event)): void => {
    setBase(contentOf(event));
    setVersion(event.version);
    setContent(mine);
    setErrors({});
  };

  /** Puts what another person has saved together with what is written here. */
  const meet = async (from: Content, mine: Content): Promise<void> => {
    const theirs = await api.call('getStaffEvent', { params: { id: item } });
    const { merged, conflicts } = mergeContents(from, mine, contentOf(theirs));
    begin(theirs, merged);
    changed(theirs);
    setConflict({ name: nameOf(theirs.updatedBy), conflicts });
  };

  const save = async (): Promise<StaffEvent | undefined> => {
    setSaving(true);
    setFailure(undefined);
    setErrors({});
    const sent = content;
    try {
      const body = (patchBetween(saved ? base : {}, sent) ?? {}) as never;
      const event = saved
        ? await api.call('updateEvent', { params: { id: saved.id }, version, body })
        : await api.call('createEvent', { body });
      forgetDraft(person.id, item);
      begin(event);
      // What was typed while it was sent is not saved yet.
      setContent((now) => (isSame(now, sent) ? contentOf(event) : now));
      changed(event);
      return event;
    } catch (error) {
      if (error instanceof RefusedError && error.problem.status === 412) await meet(base, sent).catch(setFailure);
      else {
        if (error instanceof RefusedError)
          setErrors(Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message])));
        setFailure(error);
      }
      return undefined;
    } finally {
      setSaving(false);
    }
  };

  const takeDraft = async (): Promise<void> => {
    if (!found) return;
    try {
      if (found.version === version) setContent(found.content);
      else await meet(found.base, found.content);
      setFound(undefined);
    } catch (error) {
      setFailure(error);
    }
  };
  const dropDraft = (): void => {
    forgetDraft(person.id, item);
    setFound(undefined);
  };

  return {
    ...{ content, version, errors, failure, conflict, isSaving, isDirty, found, save, takeDraft, dropDraft },
    change: (make: (content: Content) => Content) => setContent(make),
    settle: (resolved: Content) => {
      setContent(resolved);
      setConflict(undefined);
    },
  };
};
