/** The placeholder where no language has a title: in the desk's languages, so that it is not taken for a title. */
const untitled = '— başlıqsız · untitled · без названия —';

/** The title by which staff know something: that of the first language that has one, or a placeholder. */
export const displayTitle = (translations: Readonly<Record<string, { readonly title?: string | undefined }>>): string =>
  Object.values(translations).find(({ title }) => title)?.title ?? untitled;
