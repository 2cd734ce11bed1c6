const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits that stand high, as letters of their own; `undefined` of any other text. */
export const superscriptOf = (text: string): string | undefined =>
  /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit) : undefined;
