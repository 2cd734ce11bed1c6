/** An element as the parser gives it: attributes and children by their names, or its text alone. */
export type Element = { readonly [name: string]: unknown };
