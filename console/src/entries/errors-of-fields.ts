/** What the API says of a field. */
interface SaidOfField {
  readonly path: string;
  readonly message: string;
}

/** Finds what the API has said of a field, by its path. */
export const errorFinder =
  (errors: readonly SaidOfField[]) =>
  (path: string): string | undefined =>
    errors.find((error) => error.path === path)?.message;

/** What the API has said of the fields of a consent, by their names. */
export const consentErrors = (errors: readonly SaidOfField[]): Partial<Record<string, string>> =>
  Object.fromEntries(
    errors.flatMap(({ path, message }) => {
      const [, name] = /^artist\.consent\.(\w+)$/.exec(path) ?? [];
      return name ? [[name, message]] : [];
    }),
  );
