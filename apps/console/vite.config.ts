import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  // the sources of the vocabulary, built or not
  resolve: { alias: { '@govmedia-hub/contracts': fileURLToPath(new URL('../../packages/contracts/src/index.ts', import.meta.url)) } },
  build: { outDir: 'dist', target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  // npx vite beside a running hub
  server: { proxy: { '/api': process.env['HUB_URL'] ?? 'http://127.0.0.1:3000' } },
});
