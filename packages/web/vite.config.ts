import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { uswdsSubset } from './uswds-subset.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['portolan-source', 'module', 'browser', 'production'] },
  css: { postcss: { plugins: [uswdsSubset()] } },
  build: {
    outDir: 'dist',
    // The node's policy is `font-src 'self'`: a font never becomes a data: address.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
