interface Labelled {
  readonly slug: string;
  readonly label: Readonly<Record<string, string>>;
}

/** What a section or a campaign is called: in the language of the person, else in that of the site. */
export const labelOf = ({ slug, label }: Labelled, language: string, defaultLocale: string): string =>
  label[language] ?? label[defaultLocale] ?? slug;
