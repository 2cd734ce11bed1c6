/** An image of a line that has an address: what a text names it by, and what it shows, in a language. */
export interface KnownImage {
  readonly address: string;
  readonly alt: string | undefined;
}

/** The image at an address in a text; `undefined` where the line has none there. */
export type FindImage = (address: string) => KnownImage | undefined;

/** An address as Markdown has it: whole, and without brackets. */
export const markdownAddress = (address: string): string =>
  new URL(address).href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Finds images of a line by the addresses that they had. One that was uploaded is named by its upload; a dry run has no
 * uploads, and leaves the address.
 */
export const imagesByAddress = (images: unknown): ((locale: string) => FindImage) => {
  const found = new Map<string, { readonly address: string; readonly alt: unknown }>();
  for (const image of Array.isArray(images) ? images : []) {
    if (!isFields(image) || typeof image.url !== 'string' || !URL.canParse(image.url)) continue;
    const address = markdownAddress(image.url);
    const named = typeof image.uploadId === 'string' ? `upload:${image.uploadId}` : address;
    if (!found.has(address)) found.set(address, { address: named, alt: image.alt });
  }
  return (locale) => (wanted) => {
    const image = URL.canParse(wanted) ? found.get(markdownAddress(wanted)) : undefined;
    const alt = isFields(image?.alt) ? image.alt[locale] : undefined;
    return image && { address: image.address, alt: typeof alt === 'string' ? alt : undefined };
  };
};
