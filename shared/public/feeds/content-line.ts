/** Longest line of an iCalendar file, in octets, without its break (RFC 5545, section 3.1). */
const longest = 75;

/** Octets of a character in UTF-8. */
const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A content line with its break, folded where it is too long, and never inside a character. */
export const contentLine = (name: string, value: string | number): string => {
  let folded = '';
  let length = 0;
  for (const character of `${name}:${value}`.toWellFormed()) {
    const size = octets(character);
    if (length + size > longest) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return `${folded}\r\n`;
};

/**
 * Text as the value of a property (RFC 5545, section 3.3.11). Control characters, which it cannot hold, are left out.
 */
export const calendarText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
