import TurndownService from 'turndown';

/** A text as Markdown that shows it as it is. */
export const escapeMarkdown = (text: string): string =>
  TurndownService.prototype
    .escape(text)
    // What the library lets pass: entities that were decoded once, an exclamation mark before a link, a list by
    // brackets.
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!$/, '\\!')
    .replace(/^(\d+)\)(?=\s|$)/, '$1\\)');
