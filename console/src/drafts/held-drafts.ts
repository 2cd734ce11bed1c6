const prefix = 'sergi.draft.';

/**
 * Holds a draft, so that no other tab offers it while it is being written here. Resolves to what gives it up again, or to nothing where another tab
 * holds it.
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
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
};
