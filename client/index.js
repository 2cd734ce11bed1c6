import createClient from 'openapi-fetch';

export const createSergiClient = ({ token, ...options }) => {
  const client = createClient(options);
  if (token !== undefined) {
    client.use({
      onRequest: async ({ request }) => {
        request.headers.set('authorization', `Bearer ${typeof token === 'function' ? await token() : token}`);
      },
    });
  }
  return client;
};
