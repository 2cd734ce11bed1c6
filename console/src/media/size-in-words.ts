const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A size in bytes as people say it: `12 KB`, `1.4 MB` (units of 1,024), with the decimal sign of a language. */
export const sizeInWords = (bytes: number, language: string): string => {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  const text = value < 10 && power > 1 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value));
  return `${language === 'en' ? text : text.replace('.', ',')} ${units[power]}`;
};
