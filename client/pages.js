import { dataOf } from './sergi-error.js';

/** The items of a list, page after page: the next one is asked for when its first item is. */
export async function* pages(client, path, init = {}) {
  let cursor = init.params?.query?.cursor;
  do {
    const query = { ...init.params?.query, ...(cursor !== undefined && { cursor }) };
    const page = await dataOf(client.GET(path, { ...init, params: { ...init.params, query } }));
    yield* page.items;
    // A page may be empty and still have a next one.
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
