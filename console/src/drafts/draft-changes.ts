const name = 'sergi.drafts';

/** Tells every tab that there are other drafts than before. */
export const tellDrafts = (): void => {
  const channel = new BroadcastChannel(name);
  channel.postMessage('');
  channel.close();
};

/** Calls back when there are other drafts than before; gives what ends it. */
export const watchDrafts = (listener: () => void): (() => void) => {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', listener);
  return () => channel.close();
};
