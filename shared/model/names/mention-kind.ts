/**
 * How a text names a person: by given name and surname, near each other; by an initial and the surname, or by other
 * words of the name beside each other; by one of its words alone.
 */
export const mentionKinds = ['full', 'initial', 'surname', 'given'] as const;

export type MentionKind = (typeof mentionKinds)[number];
