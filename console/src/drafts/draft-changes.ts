import { draftGivenUp, heldDrafts } from './held-drafts.ts';

const name = 'sergi.drafts';

/** Tells every tab that there are other drafts than before. */
export const tellDrafts = (): void => {
  const channel = new BroadcastChannel(name);
  channel.postMessage('');
  channel.close();
};

/**
 * Calls back when there are other drafts than before, and when a tab that was writing one does so no more: one that is closed tells nobody. Gives what
 * ends it.
 */
export const watchDrafts = (listener: () => void): (() => void) => {
  const channel = new BroadcastChannel(name);
  const ended = new AbortController();
  const awaited = new Set<string>();
  const awaitEnds = async (): Promise<void> => {
    for (const id of await heldDrafts()) {
      if (awaited.has(id) || ended.signal.aborted) continue;
      awaited.add(id);
      draftGivenUp(id, ended.signal).then(
        () => {
          awaited.delete(id);
          listener();
        },
        () => {},
      );
    }
  };
  channel.addEventListener('message', () => {
    listener();
    void awaitEnds();
  });
  void awaitEnds();
  return () => {
    channel.close();
    ended.abort();
  };
};
