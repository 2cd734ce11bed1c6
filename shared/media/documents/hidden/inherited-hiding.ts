/** A style: what it is based on, and whether it says that its text is hidden. */
export interface Style {
  parent?: string | undefined;
  isHidden?: boolean;
}

/** The styles that hide their text, or are based on one that does. */
export const hidingStylesAmong = (styles: ReadonlyMap<string, Style>): Set<string> => {
  const known = new Map<string, boolean>();
  const hides = (first: string): boolean => {
    const walked: string[] = [];
    let found: boolean | undefined;
    for (let name: string | undefined = first; name !== undefined && found === undefined; ) {
      const style = styles.get(name);
      found = known.get(name) ?? style?.isHidden;
      // Styles that are based on each other end here, and hide nothing.
      known.set(name, false);
      walked.push(name);
      name = style?.parent;
    }
    for (const name of walked) known.set(name, found ?? false);
    return found ?? false;
  };
  return new Set([...styles.keys()].filter(hides));
};
