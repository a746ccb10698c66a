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
    // The house's packages and their libraries only declare: what a page doesn't use of them stays out.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: (id) => !/packages\/(?!web)|typebox|react-uswds\/lib\/index\.js/.test(id),
      },
    },
    reportCompressedSize: false,
  },
});
