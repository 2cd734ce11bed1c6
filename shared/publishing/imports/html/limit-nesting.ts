import { Parser } from 'htmlparser2';

/** Most elements that are open at the same time: a parser looks through all of them at each further one. */
const maxOpen = 1_000;

/** How much is parsed before a look whether it is too deep, in UTF-16 units. */
const chunk = 4_096;

/** Where the elements of some HTML lie deeper within one another than `maxOpen`, if they do. */
const tooDeepAt = (html: string): number | undefined => {
  let [open, at]: [number, number | undefined] = [0, undefined];
  const parser = new Parser({
    onopentagname: () => {
      open += 1;
      if (open > maxOpen) at ??= parser.startIndex;
    },
    onclosetag: () => {
      open -= 1;
    },
  });
  for (let from = 0; from < html.length && at === undefined; from += chunk) {
    parser.write(html.slice(from, from + chunk));
  }
  return at;
};

/** Bounds the work that HTML causes: where unclosed elements nest too deep, the rest becomes text without tags. */
export const limitNesting = (html: string): { readonly html: string; readonly isCut: boolean } => {
  const at = tooDeepAt(html);
  return at === undefined
    ? { html, isCut: false }
    : { html: html.slice(0, at) + html.slice(at).replace(/<\/?[a-z!][^<>]*>/gi, ' '), isCut: true };
};
