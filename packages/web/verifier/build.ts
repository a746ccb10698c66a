import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseContextSource } from '@portolan/credentials/forms';
import { build, type Plugin } from 'esbuild';

export interface VerifierFiles {
  /** The page for a web server that forbids inline scripts; it loads the two files beside it. */
  readonly page: string;
  /** The same as one file to keep: opens from a disk without any server. */
  readonly single: string;
}

const keep =
  '<p><a href="portolan-verifier.html" download>Keep this page as one file</a>, for use without any node.</p>';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the static offline verification page into a folder. The policy inside the single file forbids it any network. */
export async function buildVerifier(outDir: string): Promise<VerifierFiles> {
  const [page, style, script] = await Promise.all([
    readFile(here('index.html'), 'utf8'),
    readFile(here('style.css'), 'utf8'),
    bundle(),
  ]);
  const files = { page: join(outDir, 'index.html'), single: join(outDir, 'portolan-verifier.html') };
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, 'verifier.css'), style);
  await writeFile(join(outDir, 'verifier.js'), script);
  const linked = {
    head: '<link rel="stylesheet" href="verifier.css">',
    script: '<script src="verifier.js"></script>',
  };
  await writeFile(files.page, fill(page, { ...linked, keep }));
  const head = `${policy(style, script)}\n    <style>${style}</style>`;
  await writeFile(files.single, fill(page, { head, script: `<script>${script}</script>`, keep: '' }));
  return files;
}

/** Rooms do nothing when they are imported, so what the page does not use (the readers of other formats) is left out. */
const pureRooms: Plugin = {
  name: 'pure rooms',
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:@portolan\/|\.)/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === resolving) return undefined;
      return { ...(await bundler.resolve(path, { ...from, pluginData: resolving })), sideEffects: false };
    });
  },
};
const resolving = Symbol('resolving');

/**
 * The library below the BBS suite imports hash functions from a package that it does not declare; in the edition that its own
 * dependency on curves brings along they are there (packages/credentials/src/forms/keys/bbs-library.ts).
 */
const undeclaredHashes: Plugin = {
  name: 'undeclared hashes',
  setup(bundler) {
    bundler.onResolve(
      { filter: /^@noble\/hashes\/(?:sha256|sha3)$/ },
      async ({ path, pluginData, ...from }) => {
        if (pluginData === resolving || !from.importer.includes('/bbs-signatures/')) return undefined;
        const curves = await bundler.resolve('@noble/curves/bls12-381', { ...from, pluginData: resolving });
        const { importer: _, ...rest } = from;
        return bundler.resolve(path, { ...rest, resolveDir: dirname(curves.path), pluginData: resolving });
      },
    );
  },
};

/** The ECDSA library with a WebCrypto that reads compressed points. */
const compressedPoints: Plugin = {
  name: 'compressed points',
  setup(bundler) {
    bundler.onResolve({ filter: /\/crypto\.js$/ }, ({ importer }) =>
      importer.includes('/ecdsa-multikey/') ? { path: here('ecdsa-crypto.ts') } : undefined,
    );
  },
};

/** What a package puts in the place of its entry for browsers counts also where `exports` names the entry. */
const browserEntry: Plugin = {
  name: 'browser entry',
  setup(bundler) {
    bundler.onResolve({ filter: /^base64url-universal$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === resolving) return undefined;
      const entry = await bundler.resolve(path, { ...from, pluginData: resolving });
      return { path: join(dirname(entry.path), 'browser.js') };
    });
  },
};

/** A browser reads no file of a package: the text of the base context goes into the bundle. */
const baseContext: Plugin = {
  name: 'base context',
  setup(bundler) {
    bundler.onLoad({ filter: /forms[/\\]contexts[/\\]base-context-source\.[jt]s$/ }, () => ({
      contents: `export const baseContextSource = () => ${JSON.stringify(baseContextSource())};`,
    }));
  },
};

/** One classic script: browsers load no modules from a disk. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    conditions: ['portolan-source'],
    // A classic script has no address of its own; packages only note by it where their files lie.
    define: { 'import.meta.url': '"file:///"' },
    plugins: [undeclaredHashes, compressedPoints, browserEntry, baseContext, pureRooms],
  });
  const text = outputFiles[0]?.text ?? '';
  // The end tag would close the script of the single file too early.
  return text.replaceAll('</script', '<\\/script');
}

function policy(style: string, script: string): string {
  const content = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Puts texts in the places that the page names; by functions, since a replacement text would be searched for patterns. */
function fill(page: string, texts: Readonly<Record<'head' | 'script' | 'keep', string>>): string {
  return page.replace(/<!-- (head|script|keep) -->/g, (_, place: keyof typeof texts) => texts[place]);
}
