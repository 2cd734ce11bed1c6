const prefix = 'sergi.draft.';

/**
 * Holds a draft, so that no other tab offers it while it is being written here. Resolves to what gives it up again, or to nothing where another tab
 * holds it, which cannot be where it is `new`.
 */
export const holdDraft = (id: string, is: 'new' | 'found' = 'found'): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    // A page that is being left gives it up a moment later.
    const options = is === 'found' ? { signal: AbortSignal.timeout(1_000) } : {};
    navigator.locks
      .request(prefix + id, options, () => new Promise<void>((giveUp) => resolve(giveUp)))
      .catch(() => resolve(undefined));
  });

/** Calls back once no tab holds a draft any more: its editor was left, or its tab closed. Gives what ends the waiting. */
export const whenFree = (id: string, listener: () => void): (() => void) => {
  const waiting = new AbortController();
  const options = { mode: 'shared', signal: waiting.signal } as const;
  navigator.locks.request(prefix + id, options, listener).catch(() => {});
  return () => waiting.abort();
};

/** The drafts that are being written in some tab. */
export const heldDrafts = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
};
