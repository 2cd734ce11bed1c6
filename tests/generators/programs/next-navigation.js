// What the page takes from Next.js, which is too large to be installed.
const ending = (name) => () => {
  throw new Error(name);
};
export const notFound = ending('notFound');
export const permanentRedirect = ending('permanentRedirect');
