declare module 'subset-font' {
  /** Cuts a font to the characters of a text (https://github.com/papandreou/subset-font). */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'sfnt' | 'woff' | 'woff2';
      readonly variationAxes: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
      /** Names that stay in the font beside those that it needs. */
      readonly preserveNameIds: readonly number[];
    },
  ): Promise<Buffer>;
}
