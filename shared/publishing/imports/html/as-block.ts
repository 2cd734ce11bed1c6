/** Markdown that stands apart from what is before and after it. */
export const asBlock = (content: string): string => `\n\n${content.trim()}\n\n`;
