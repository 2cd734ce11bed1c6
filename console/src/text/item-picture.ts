/** A picture of an item, with its words by language. */
export interface ItemPicture {
  readonly uploadId: string;
  readonly alt: Readonly<Record<string, string>>;
  readonly caption?: Readonly<Record<string, string>> | undefined;
}
