/** Elements that texts of an archive have; a word between angle brackets is none of them. */
const names =
  'a|abbr|article|audio|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|embed|fieldset|figcaption|figure|font|form|h[1-6]|hr|i|iframe|img|input|ins|li|mark|object|ol|p|picture|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video';

const tag = new RegExp(`<(?:/?(?:${names})(?:\\s[^<>]*)?/?>|!--)`, 'i');

/** Code, in which Markdown shows tags as they are written. */
const code = /```[^`]*```|`[^`\n]*`/g;

const markdownMarks = /\*\*[^*\s][^*\n]*\*\*|\]\((?:https?:|\/)|^#{1,6} \S|^```/m;

/**
 * What a text is by its looks: HTML where it has tags of HTML, `ambiguous` where it has marks of Markdown as well.
 * Entities alone say nothing: Markdown has them too.
 */
export const looksLike = (text: string): 'html' | 'markdown' | 'ambiguous' => {
  if (!text.includes('<') || !tag.test(text.replace(code, ''))) return 'markdown';
  return markdownMarks.test(text) ? 'ambiguous' : 'html';
};

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/** True where a line of text, which is never Markdown, has tags or entities of HTML. */
export const isHtmlLine = (text: string): boolean => entity.test(text) || (text.includes('<') && tag.test(text));
