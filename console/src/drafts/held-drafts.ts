const prefix = 'sergi.draft.';

/**
 * Holds a draft, so that no other tab offers it while it is being written here. Resolves to what gives it up again, or
 * to nothing where another tab holds it.
 */
export const holdDraft = (id: string): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    // A page that is being left gives it up a moment later.
    const signal = AbortSignal.timeout(1_000);
    navigator.locks
      .request(prefix + id, { signal }, () => new Promise<void>((giveUp) => resolve(giveUp)))
      .catch(() => resolve(undefined));
  });

/** The drafts that are being written in some tab. */
export const heldDrafts = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query();
  const written = held.filter(({ mode }) => mode === 'exclusive');
  return new Set(written.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
};

/**
 * Resolves once no tab holds a draft any more: it has given it up, or is gone, by a crash too. Rejects where the signal
 * stops the waiting.
 */
export const draftGivenUp = async (id: string, signal: AbortSignal): Promise<void> => {
  // A shared lock: a tab that waits holds up no other tab that waits, and `heldDrafts` does not take it for one that
  // writes.
  await navigator.locks.request(prefix + id, { mode: 'shared', signal }, () => {});
};
