import type { AnswerOf, Api } from '../api/api.ts';

type StaffEvent = AnswerOf<'getStaffEvent'>;

/** What is written of anything that has an editor. */
export interface WrittenContent extends Pick<StaffEvent, 'pictures' | 'files'> {
  readonly translations: Readonly<
    Record<
      string,
      | {
          readonly title?: string | undefined;
          readonly slug?: string | undefined;
          /** The text, of an event and of an exhibition. */
          readonly body?: string | undefined;
          readonly description?: string | undefined;
        }
      | undefined
    >
  >;
}

/** Something as the API has saved it. */
export interface SavedItem {
  readonly id: string;
  readonly version: number;
  readonly updatedBy: StaffEvent['updatedBy'];
}

/** How the items of a kind are read, written and saved. */
export interface WrittenKind<C extends WrittenContent, S extends SavedItem> {
  readonly name: 'event' | 'exhibition';
  /** The screens of the kind begin with it. */
  readonly path: `/${string}`;
  /** The cache has one item under `[name, id]`, and its lists under this. */
  readonly lists: string;
  /** What is written before the first word. */
  readonly emptyContent: C;
  contentOf(saved: S): C;
  /** What of a content is sent to be saved: without what only another kind of item has. */
  sentOf(content: C): C;
  read(api: Api, id: string): Promise<S>;
  /** Makes it once for each key. */
  create(api: Api, content: object, key: string): Promise<S>;
  update(api: Api, id: string, version: number, patch: object): Promise<S>;
}

/** What the acts beside the text need of a kind. */
export type ItemAccess<S extends SavedItem> = Pick<WrittenKind<WrittenContent, S>, 'read' | 'update'>;

/** Any kind, where it does not matter which. */
export type AnyKind = WrittenKind<WrittenContent, SavedItem>;
