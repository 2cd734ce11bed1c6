import { Parser } from 'htmlparser2';
import { limitNesting } from './limit-nesting.ts';
import { superscriptOf } from './superscript.ts';

const blocks = new Set(['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);

/** Elements whose content is no text of a reader. */
const hidden = new Set(['script', 'style', 'template', 'xml', 'textarea', 'title']);

/** The text of some HTML, with entities decoded and a line for each paragraph. */
export const htmlToText = (html: string): string => {
  let text = '';
  let depth = 0;
  let raised = 0;
  const parser = new Parser({
    ontext: (part) => {
      if (depth === 0) text += (raised > 0 ? superscriptOf(part) : undefined) ?? part;
    },
    onopentagname: (name) => {
      if (hidden.has(name)) depth += 1;
      if (name === 'sup') raised += 1;
      if (name === 'q') text += '“';
      if (blocks.has(name)) text += '\n';
    },
    onclosetag: (name) => {
      if (hidden.has(name)) depth -= 1;
      if (name === 'sup') raised -= 1;
      if (name === 'q') text += '”';
      if (blocks.has(name)) text += '\n';
    },
  });
  parser.end(limitNesting(html).html);
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
};
