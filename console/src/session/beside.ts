/** Begins the `state` of a sign-in that another tab waits for. */
const prefix = 'beside.';

/** Connects the tab in which a person signs in with the one that waits for it. */
const openChannel = (): BroadcastChannel => new BroadcastChannel('sergi.sign-in');

/** Makes the `state` of a sign-in in a tab of its own out of a random one. */
export const stateBeside = (random: string): string => prefix + random;

/** True where the pages of the user pool have led a tab back that another one waits for. */
export const isBeside = ({ searchParams }: URL): boolean => searchParams.get('state')?.startsWith(prefix) ?? false;

/**
 * Gives the answer of the user pool to the tab that waits for it, which alone has the verifier for it, and closes this
 * one.
 */
export const handOver = ({ search }: URL): void => {
  const channel = openChannel();
  channel.onmessage = ({ data }) => {
    if (data === 'taken') window.close();
  };
  channel.postMessage(search);
};

/** Waits for the answer to the sign-in of a `state`. */
export const answerTo = (state: string, signal: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    const channel = openChannel();
    signal.addEventListener('abort', () => {
      channel.close();
      reject(signal.reason);
    });
    channel.onmessage = ({ data }) => {
      if (typeof data !== 'string' || new URLSearchParams(data).get('state') !== state) return;
      channel.postMessage('taken');
      channel.close();
      resolve(data);
    };
  });
