/** The ways to see a text. */
export const views = ['formatted', 'source', 'readers'] as const;

export type TextView = (typeof views)[number];

const key = 'sergi.textView';

/** The way to write that was chosen in this browser. */
export const chosenView = (): TextView => (localStorage.getItem(key) === 'source' ? 'source' : 'formatted');

/** Remembers a way to write; a look at what readers see is none. */
export const rememberView = (view: TextView): void => {
  if (view !== 'readers') localStorage.setItem(key, view);
};
