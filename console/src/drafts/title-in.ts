/**
 * What is known of an item by whatever it is called. The `displayTitle` of the API is never empty: where there is no
 * title it says so in three languages at once.
 */
export interface Titled {
  readonly translations: Readonly<Record<string, { readonly title?: string | undefined } | undefined>>;
}

/** The title of what is written, in the first language that has one. */
export const titleIn = ({ translations }: Titled): string | undefined =>
  Object.values(translations)
    .map((text) => text?.title)
    .find(Boolean);
