/** What the page of something that is not published needs to know of it. */
export interface DraftMarks {
  /** Where its pictures come from. */
  readonly pictures: string | undefined;
  /** It has never been public: no day can be said on which it was published. */
  readonly isNew?: boolean;
}
