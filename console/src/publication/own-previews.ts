interface Link {
  readonly previewId: string;
  readonly url: string;
}

interface Previews {
  createPreview(request: { readonly locale: string; readonly hours: number }): Promise<Link>;
  listPreviews(): Promise<{ readonly items: readonly Pick<Link, 'previewId'>[] }>;
}

export interface OwnPreviews {
  /**
   * A link for the person at work: the same again for a version and a language while it works, since each that is made
   * stands in the list of links.
   */
  ownPreview(version: number, locale: string): Promise<Link>;
}

/**
 * A source with links for the person at work. Which still work the API knows: links expire, and are ended by others and
 * by changes of consent.
 */
export const withOwnPreviews = <S extends Previews>(source: S): S & OwnPreviews => {
  const made = new Map<string, Promise<Link>>();
  /** Where the API cannot give the list, the console opens the link that it has. */
  const works = async ({ previewId }: Link): Promise<boolean> => {
    const list = await source.listPreviews().catch(() => undefined);
    return !list || list.items.some((one) => one.previewId === previewId);
  };
  return {
    ...source,
    ownPreview: async (version, locale) => {
      const key = `${version} ${locale}`;
      const known = await made.get(key)?.catch(() => undefined);
      if (known && (await works(known))) return known;
      const link = source.createPreview({ locale, hours: 1 });
      made.set(key, link);
      return link;
    },
  };
};
