/**
 * True for an address by http or https. A host with a port, `localhost:8787`, is an address too, of a scheme that
 * nothing can call.
 */
export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);
