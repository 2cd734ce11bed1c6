import { createElement, type ReactNode } from 'react';

/** What the server's HTML of a text is made of; anything else is left out, with its text. */
const tags = new Set([
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'br',
    'hr',
    'blockquote',
    'pre',
    'code',
    'em',
    'strong',
    'ul',
    'ol',
    'li',
  ],
  ...['a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'figure', 'figcaption', 'picture', 'source', 'img'],
]);

/** Its attributes, by the names that React has for them. */
const attributes: Readonly<Record<string, string>> = {
  ...{ href: 'href', title: 'title', start: 'start', align: 'align', role: 'role', tabindex: 'tabIndex' },
  ...{ src: 'src', srcset: 'srcSet', sizes: 'sizes', width: 'width', height: 'height', alt: 'alt', type: 'type' },
  ...{ 'aria-label': 'aria-label', class: 'className' },
};

const schemes = /^(?:https?:|mailto:|tel:|\/|#)/i;

const isAllowed = ({ name, value }: Attr): boolean =>
  name in attributes && (!['href', 'src'].includes(name) || schemes.test(value));

const nodeOf = (node: Node, key: number): ReactNode => {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const tag = node.localName;
  if (!tags.has(tag)) return null;
  const given = [...node.attributes].filter(isAllowed).map(({ name, value }) => [attributes[name], value]);
  // A look at a link does not lead away from what is written.
  const outside = tag === 'a' ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  const children = [...node.childNodes].filter(
    // React refuses blanks between the rows of a table.
    (child) => child.nodeType !== Node.TEXT_NODE || !/^(?:table|thead|tbody|tr)$/.test(tag),
  );
  return createElement(tag, { key, ...Object.fromEntries(given), ...outside }, ...children.map(nodeOf));
};

/**
 * The server's HTML of a text as nodes of React. The server has made it safe; here only what we know gets onto the
 * page, so that no script and no style can come in with it.
 */
export const nodesOfHtml = (html: string): ReactNode[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(nodeOf);
