/** The title of an artwork in the first language that has one; empty where none has. */
export const titleOfWork = ({
  translations,
}: {
  readonly translations: Readonly<Record<string, { readonly title?: string | undefined }>>;
}): string => Object.values(translations).find((text) => text.title)?.title ?? '';
