/** The form in which an old path is kept and looked up: decoded, without a slash at its end, its query in order of names. */
export const normalizeAddress = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://site.invalid');
  searchParams.sort();
  const query = searchParams.toString();
  return `${decode(pathname).replace(/(.)\/+$/, '$1')}${query && `?${query}`}`;
};

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
