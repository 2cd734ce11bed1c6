/**
 * The erasure of something that is no entry of an exhibition, or what an entry may show no longer, in the words of its
 * record: ids, numbers, and the hash of an address; never a title, a name or an address, which may be a child's.
 */
export type ItemErasure =
  /**
   * With a version: the erasure was asked for, when the item had that version, and may have been refused since. Without
   * one: it was done.
   */
  | { readonly kind: 'event' | 'exhibition'; readonly id: string; readonly version?: number | undefined }
  /** The revisions before `version`; the settings have one id for all. */
  | {
      readonly kind: 'event-revisions' | 'exhibition-revisions' | 'site-revisions';
      readonly id: string;
      readonly version: number;
    }
  /** A former address, by the hash that editions keep of it (`erasedSlugHash`). */
  | { readonly kind: 'event-slug' | 'exhibition-slug'; readonly id: string; readonly hash: string }
  /** The address of an event on an earlier site, by its SHA-256. */
  | { readonly kind: 'event-path'; readonly id: string; readonly hash: string }
  /**
   * What an entry may no longer show since it was changed at `at`, in milliseconds since 1970: consent was narrowed or
   * taken back, or the entry is another person's. `id` is the exhibition.
   */
  | { readonly kind: 'consent'; readonly id: string; readonly artworkId: string; readonly at: number }
  /** An upload, or the name of a member of the staff. */
  | { readonly kind: 'upload' | 'person'; readonly id: string };

/** The id of an account may have any sign, and in another writing more bytes than a key holds. */
const encoded = (staffId: string): string => Buffer.from(staffId).toString('base64url');
const decoded = (segment: string): string => Buffer.from(segment, 'base64url').toString();

/** The end of the record's key. It has three parts at most: earlier releases pass over those that have not four. */
export const itemErasurePath = (erasure: ItemErasure): string => {
  if (erasure.kind === 'consent') return `consent/${erasure.id}/${erasure.artworkId}.${erasure.at}`;
  const id = erasure.kind === 'person' ? encoded(erasure.id) : erasure.id;
  const detail = 'version' in erasure ? erasure.version : 'hash' in erasure ? erasure.hash : undefined;
  return [erasure.kind, id, ...(detail === undefined ? [] : [detail])].join('/');
};

/** The erasure that a record says by the end of its key; `undefined` where this release knows of none such. */
export const itemErasureOf = (path: string): ItemErasure | undefined => {
  const [kind, id, detail, ...rest] = path.split('/');
  if (!id || rest.length > 0) return undefined;
  const version = /^[1-9]\d{0,9}$/.test(detail ?? '') ? Number(detail) : undefined;
  switch (kind) {
    case 'event':
    case 'exhibition':
      if (detail === undefined) return { kind, id };
      return version === undefined ? undefined : { kind, id, version };
    case 'event-revisions':
    case 'exhibition-revisions':
    case 'site-revisions':
      return version === undefined ? undefined : { kind, id, version };
    case 'event-slug':
    case 'exhibition-slug':
    case 'event-path':
      return detail ? { kind, id, hash: detail } : undefined;
    case 'consent': {
      const [, artworkId = '', at = ''] = /^([0-9A-Z]+)\.(\d{1,15})$/.exec(detail ?? '') ?? [];
      return artworkId ? { kind, id, artworkId, at: Number(at) } : undefined;
    }
    case 'upload':
      return detail === undefined ? { kind, id } : undefined;
    case 'person':
      return detail === undefined ? { kind, id: decoded(id) } : undefined;
    default:
      return undefined;
  }
};
