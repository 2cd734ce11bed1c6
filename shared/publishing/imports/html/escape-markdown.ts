import TurndownService from 'turndown';

/** Spaces that HTML keeps at the beginning of a line, and that may go from there later. */
const keptSpaces = /^(?:[^\S \t\n]\s*)?/;

/** A text as Markdown that shows it as it is. */
export const escapeMarkdown = (text: string): string => {
  const spaces = keptSpaces.exec(text)?.[0] ?? '';
  return spaces + escapeWords(text.slice(spaces.length));
};

const escapeWords = (text: string): string =>
  TurndownService.prototype
    .escape(text)
    // What the library lets pass: entities that were decoded once, an exclamation mark before a link, an address
    // between angle brackets, a list by brackets, a sign of a list or heading without words, the line that makes a
    // table.
    .replace(/&(?=#?\w*(?:;|$))/g, '\\&')
    .replace(/!$/, '\\!')
    .replace(/<(?=[^\s<>]{1,2000}>)/g, (sign, at: number, whole: string) =>
      /^<[^\s<>]*[:@]/.test(whole.slice(at, at + 2_001)) ? `\\${sign}` : sign,
    )
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:\+|#{1,6})(?=\s|$)/, '\\$&')
    .replace(/^[|:](?=[|:\- ]*$)/, '\\$&');
