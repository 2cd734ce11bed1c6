/** A style: what it is based on, and whether it says that its text is hidden. */
export interface Style {
  parent?: string | undefined;
  isHidden?: boolean;
}

/** The styles that hide their text, or are based on one that does; `otherwise` holds where none of those says it. */
export const hidingStylesAmong = (styles: ReadonlyMap<string, Style>, otherwise = false): Set<string> => {
  const known = new Map<string, boolean>();
  const hides = (first: string): boolean => {
    const walked: string[] = [];
    let found: boolean | undefined;
    for (let name: string | undefined = first; name !== undefined && found === undefined; ) {
      const style = styles.get(name);
      found = known.get(name) ?? style?.isHidden;
      // Styles that are based on each other end here.
      known.set(name, otherwise);
      walked.push(name);
      name = style?.parent;
    }
    for (const name of walked) known.set(name, found ?? otherwise);
    return found ?? otherwise;
  };
  return new Set([...styles.keys()].filter(hides));
};
