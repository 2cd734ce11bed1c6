import { parseItemLink } from '../../../shared/model/site/item-link.ts';
import { inertHtml } from './inert-html.ts';

const isBold = (style: string): boolean => /font-weight:\s*(?:bold|[6-9]00)/i.test(style);
const isItalic = (style: string): boolean => /font-style:\s*italic/i.test(style);

const renamed = (element: Element, tag: string): Element => {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
};

/** Word writes a list as paragraphs with a bullet or a number as their first words. */
const listsOfWord = (body: HTMLElement): void => {
  for (const paragraph of body.querySelectorAll('p[data-style*="mso-list"]')) {
    const markers = [
      ...paragraph.querySelectorAll('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]'),
    ];
    const isNumbered = markers.some((one) => /^\s*\(?[\da-z]{1,3}[.)]/i.test(one.textContent ?? ''));
    for (const marker of markers) marker.remove();
    const tag = isNumbered ? 'ol' : 'ul';
    const before = paragraph.previousElementSibling;
    const list =
      before?.localName === tag && before.hasAttribute('data-word')
        ? before
        : paragraph.ownerDocument.createElement(tag);
    list.setAttribute('data-word', '');
    if (list !== before) paragraph.before(list);
    list.append(renamed(paragraph, 'li'));
  }
};

/**
 * What another program has put on the clipboard as HTML, without its looks. Styles are read before they go: Word and
 * Google Docs say by them what is bold. Neither they nor handlers of events may get into a document, not even into one
 * that nobody sees: the policy reports each.
 */
export const cleanPasted = (html: string): string => {
  const { body } = new DOMParser().parseFromString(inertHtml(html), 'text/html');
  listsOfWord(body);
  for (const element of [...body.querySelectorAll('[data-style]')]) {
    const style = element.getAttribute('data-style') ?? '';
    element.removeAttribute('data-style');
    const isInline = /^(?:span|b|i|font|strong|em)$/.test(element.localName);
    // Google Docs wraps all of it into a `b` that is not bold.
    const its =
      /font-weight:\s*(?:normal|400)/i.test(style) && /^(?:b|strong)$/.test(element.localName)
        ? renamed(element, 'span')
        : element;
    if (!isInline) continue;
    for (const tag of [...(isBold(style) ? ['strong'] : []), ...(isItalic(style) ? ['em'] : [])]) {
      const mark = its.ownerDocument.createElement(tag);
      mark.append(...its.childNodes);
      its.append(mark);
    }
  }
  // Nothing of a web page's own links leads on from here. Those to items of the site come from a text of the console.
  for (const link of [...body.querySelectorAll('a')]) {
    const href = link.getAttribute('href') ?? '';
    if (!/^(?:https?:|mailto:|tel:)/i.test(href) && !parseItemLink(href)) renamed(link, 'span');
  }
  return body.innerHTML.replaceAll('\u00a0', ' ');
};
