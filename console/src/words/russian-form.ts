const rules = new Intl.PluralRules('ru');

/** The form of a Russian word that stands after a number: 1 файл, 2 файла, 5 файлов. */
export const russianForm = (n: number, one: string, few: string, many: string): string =>
  ({ one, few })[rules.select(n) as 'one' | 'few'] ?? many;
