import createClient from 'openapi-fetch';
import { pages } from './pages.js';
import { noteAborted } from './sergi-error.js';

export { placeholderAddress } from './placeholder.js';
export { dataOf, SergiError } from './sergi-error.js';
export { srcset } from './srcset.js';
export { awaitUpload, requestUpload, uploadFile } from './upload-file.js';

export const createSergiClient = ({ token, ...options }) => {
  const client = createClient(options);
  client.use({ onError: noteAborted });
  if (token !== undefined) {
    client.use({
      onRequest: async ({ request }) => {
        request.headers.set('authorization', `Bearer ${typeof token === 'function' ? await token() : token}`);
      },
    });
  }
  return Object.assign(client, { pages: (path, init) => pages(client, path, init) });
};
