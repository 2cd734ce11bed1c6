import { type Content, html, type Markup } from '../markup/html.ts';

/** A label and its value; left out where the value is empty. */
export type Fact = readonly [label: string, value: Content];

/** Facts about an item, as a list of labels and values. */
export const factList = (facts: readonly Fact[]): Markup | undefined => {
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return undefined;
  return html`<dl class="facts">${known.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
`;
};
