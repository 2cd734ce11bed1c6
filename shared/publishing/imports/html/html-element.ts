/** As much of an element of the DOM as the rules need: the types of browsers are none of this project. */
export interface HtmlElement {
  readonly nodeName: string;
  readonly parentNode: HtmlElement | null;
  readonly nextSibling: HtmlElement | null;
  readonly childNodes: ArrayLike<HtmlElement>;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): ArrayLike<HtmlElement>;
}
