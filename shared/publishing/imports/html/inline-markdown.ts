import { makeMarkdown } from '../../../model/markdown/make-markdown.ts';

/** Markdown as Sergi reads it, for a look at what readers will see of a line. */
export const inlineMarkdown = makeMarkdown();
