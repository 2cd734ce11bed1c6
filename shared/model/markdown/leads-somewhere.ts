/** Schemes that a link may have in what is published; addresses below the page's own have none. */
export const linkSchemes = ['https', 'http', 'mailto', 'tel'];

/** The scheme at the beginning of an address. */
export const scheme = /^([a-z][a-z\d+.-]*):/i;

/** Whether a reader can follow an address. Any other would be an anchor or an image that leads nowhere. */
export const leadsSomewhere = (address: string): boolean => {
  const its = scheme.exec(address)?.[1]?.toLowerCase();
  return its === undefined ? !address.startsWith('//') : linkSchemes.includes(its);
};
