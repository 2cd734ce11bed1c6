import { defineConfig } from 'vite';

export default defineConfig({
  base: '/console/',
  build: {
    target: 'es2023',
    // The policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Libraries mark what may not run on a server: here everything runs in the browser.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  // `npm run dev` shows changes at once; the API and its configuration are those of `npm start`.
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/v1': 'http://127.0.0.1:8787', '/console/config.json': 'http://127.0.0.1:8787' },
  },
});
