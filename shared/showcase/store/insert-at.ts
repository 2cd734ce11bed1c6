/** A text with others inserted at offsets of it, in the order of these. */
export const insertAt = (text: string, inserted: readonly { readonly at: number; readonly text: string }[]): string => {
  let end = 0;
  const parts = inserted.map(({ at, text: its }) => {
    const part = text.slice(end, at) + its;
    end = at;
    return part;
  });
  return parts.join('') + text.slice(end);
};
