import { now } from '../session/clock.ts';

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

interface Previews {
  createPreview(request: { readonly locale: string; readonly hours: number }): Promise<Link>;
  revokePreview(previewId: string): Promise<unknown>;
}

export interface OwnPreviews {
  /**
   * A link for the person at work: the same again for a version and a language while it works, since each that is made
   * stands in the list of links.
   */
  ownPreview(version: number, locale: string): Promise<Link>;
}

/** A source with links for the person at work. None that the person may have ended is given again. */
export const withOwnPreviews = <S extends Previews>(source: S): S & OwnPreviews => {
  const made = new Map<string, Promise<Link>>();
  return {
    ...source,
    ownPreview: async (version, locale) => {
      const key = `${version} ${locale}`;
      const known = await made.get(key)?.catch(() => undefined);
      if (known && new Date(known.expiresAt) > now()) return known;
      const link = source.createPreview({ locale, hours: 1 });
      made.set(key, link);
      return link;
    },
    revokePreview: (previewId) => source.revokePreview(previewId).finally(() => made.clear()),
  };
};
