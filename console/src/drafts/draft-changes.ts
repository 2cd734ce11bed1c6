import { draftGivenUp, heldDrafts } from './held-drafts.ts';

const name = 'sergi.drafts';

/** Tells every tab that there are other drafts than before. */
export const tellDrafts = (): void => {
  const channel = new BroadcastChannel(name);
  channel.postMessage('');
  channel.close();
};

/**
 * Calls `listener` when a tab says that there are other drafts than before, and when a tab gives up a draft without a
 * word, since it was closed or has crashed. Gives the function that ends this.
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
