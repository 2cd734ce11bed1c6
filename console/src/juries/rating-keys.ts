/** What a key does while works are rated. */
export type KeyAction = { readonly score: number } | 'next' | 'previous' | 'unrated' | 'comment' | 'zoom';

interface Pressed {
  readonly key: string;
  /** Where the key is, whatever the language of the keyboard. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const byCode: Readonly<Record<string, KeyAction>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  KeyN: 'unrated',
  KeyC: 'comment',
  KeyZ: 'zoom',
};

/** The action of a key: 1 to 9 are points, 0 is ten. */
export const actionOf = ({ key, code, altKey, ctrlKey, metaKey }: Pressed): KeyAction | undefined => {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (/^\d$/.test(key)) return { score: Number(key) || 10 };
  return byCode[code];
};
