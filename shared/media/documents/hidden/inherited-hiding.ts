/** A style: what it is based on, and whether it says that its text is hidden. */
export interface Style {
  parent?: string | undefined;
  isHidden?: boolean;
}

const hides = (styles: ReadonlyMap<string, Style>, first: string): boolean => {
  const seen = new Set<string>();
  for (let name: string | undefined = first; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const style = styles.get(name);
    if (style?.isHidden !== undefined) return style.isHidden;
    name = style?.parent;
  }
  return false;
};

/** The styles that hide their text, or are based on one that does. */
export const hidingStylesAmong = (styles: ReadonlyMap<string, Style>): Set<string> =>
  new Set([...styles.keys()].filter((name) => hides(styles, name)));
