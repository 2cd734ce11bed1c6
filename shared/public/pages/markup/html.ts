import { escapeText } from '../../escape-text.ts';

/** Markup that may stand inside other markup as it is. Only `html` and `trusted` make it, never text from outside. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The values that a template accepts: texts and numbers, which are escaped; markup; lists of them; and nothing. */
export type Content = string | number | Markup | undefined | null | false | readonly Content[];

const rendered = (content: Content): string => {
  if (content === undefined || content === null || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escapeText(String(content));
  return content.map(rendered).join('');
};

/**
 * A template of HTML. Values are escaped, unless they are markup; attributes that take values must be quoted.
 *
 * @example
 * html`<p title="${'"'}">${'<b>'}</p>`.text // '<p title="&quot;">&lt;b&gt;</p>'
 */
export const html = (strings: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  new Markup(strings.reduce((text, string, n) => `${text}${rendered(contents[n - 1])}${string}`));

/** Text that is safe markup already: a style, a script, a body that was sanitized at publication. */
export const trusted = (text: string): Markup => new Markup(text);

/** An attribute with a space before it; nothing where it has no value. */
export const attribute = (name: string, value: string | undefined): Markup | undefined =>
  value === undefined ? undefined : html` ${trusted(name)}="${value}"`;
