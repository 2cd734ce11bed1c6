/** What a text is marked with: bold or italics. */
export type Mark = 'strong' | 'em';

/** A link that words stand in: the same object for all of them. */
export interface PieceLink {
  readonly href: string;
}

/** Some of what stands on a line: words with the same marks and link, or a picture, code or the end of the line. */
export interface InlinePiece {
  readonly kind: 'text' | 'break' | 'image' | 'code';
  /** Its words; of a picture none. */
  readonly text: string;
  /** The element of a picture or of the end of a line. */
  readonly html?: string;
  readonly marks: readonly Mark[];
  readonly link: PieceLink | undefined;
}

/** True for a piece in which a reader sees nothing. */
export const isSpace = ({ kind, text }: InlinePiece): boolean =>
  kind === 'break' || (kind === 'text' && text.trim() === '');

/** The marks that two neighbours share; none where there is only one. */
export const sharedMarks = (a: InlinePiece | undefined, b: InlinePiece | undefined): Mark[] =>
  (a?.marks ?? []).filter((mark) => b?.marks.includes(mark));
