import type TurndownService from 'turndown';
import type { HtmlElement } from './html-element.ts';

/** Adds what keeps lists apart from what is before them, and their entries whole. */
export const addListRules = (service: TurndownService): void => {
  const known = new Map<HtmlElement, ReadonlyMap<HtmlElement, number>>();
  /** Its entries, each with how many are before it. */
  const placesIn = (list: HtmlElement): ReadonlyMap<HtmlElement, number> => {
    const entries = () => Array.from(list.childNodes).filter(({ nodeName }) => nodeName === 'LI');
    const places = known.get(list) ?? new Map(entries().map((entry, n) => [entry, n]));
    known.set(list, places);
    return places;
  };
  service.addRule('list', {
    filter: ['ul', 'ol'],
    replacement: (content, node: HtmlElement) => {
      let next = node.nextSibling;
      while (next && !next.textContent?.trim()) next = next.nextSibling;
      const isLastOfEntry = node.parentNode?.nodeName === 'LI' && !next;
      // Directly below words, only a list that begins with 1 is one.
      const isPlain = /^\s*(?:-|1\.) /.test(content);
      return isLastOfEntry && isPlain ? `\n${content}` : `\n\n${content}\n\n`;
    },
  });
  service.addRule('entry', {
    filter: 'li',
    replacement: (content, node: HtmlElement) => {
      const list = node.parentNode;
      const places = list ? placesIn(list) : undefined;
      const place = places?.get(node) ?? 0;
      const number = Number(list?.getAttribute('start') ?? 1) + place;
      const sign = list?.nodeName === 'OL' ? `${number}.  ` : '-   ';
      // A sign alone on its line has no words below it.
      const words = content
        .trimStart()
        .replace(/\n+$/, '')
        .replaceAll('\n', `\n${' '.repeat(sign.length)}`);
      if (words === '') return '';
      return `${sign}${words}${/\n$/.test(content) ? '\n' : ''}${place + 1 === places?.size ? '' : '\n'}`;
    },
  });
};
