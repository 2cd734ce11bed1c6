import type { Document } from '../../model/files/document.ts';

/** What the reader of a type finds: the file as it may be published, and its text as it stands there. */
export interface FoundDocument extends Pick<Document, 'type' | 'pages' | 'metadata'> {
  readonly file: Uint8Array;
  readonly content: string;
  /**
   * Words beside the text: alternative texts, bookmarks, names of sheets. They are compared with names; a scan has
   * them, too.
   */
  readonly beside?: string;
  /** True where there is more text, which was not looked at. */
  readonly isCut?: boolean;
}

/**
 * Characters of text after which a reader may stop: what is said again and again counts once, so that it is more than
 * is kept.
 */
export const maxReadLength = 10_000_000;

/** Most characters of text that are kept of a document: all of them are compared with names when it is published. */
export const maxTextLength = 1_000_000;
