import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nodeCatalogue } from '../catalogue.ts';
import { sendRefusals } from '../problem.ts';

/** The portal as `npm start` and the build leave it. */
const builtPortal = fileURLToPath(new URL('../../../../web/dist', import.meta.url));

/** Addresses that belong to programs: what is not there is a refusal, never the portal's page. */
const programs =
  /^\/(api|log|status|t|\.well-known|health|docs\/api|(credentials|presentations)\/(issue|verify|derive|status)|challenges)(\/|$)/;

/**
 * The portal's files, and its one page for every address of the portal: /entries/ZZ9-0000103-5 opens the same page, which
 * then asks the API. Everybody may read these files; they hold no data.
 */
export async function portal(
  app: FastifyInstance,
  { folder = builtPortal }: { folder?: string },
): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get('/*', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const path = new URL(request.url, 'http://node').pathname;
    if (programs.test(path)) return absent(request, reply);
    const file = fileOf(folder, path);
    // What such a page names beside itself is found only from below its folder.
    if (file?.endsWith('/index.html') && !path.endsWith('/') && !path.endsWith('.html'))
      return reply.redirect(`${path}/`);
    if (file !== undefined) return reply.sendFile(file, cacheOf(file));
    if (!existsSync(join(folder, 'index.html'))) return notBuilt(reply);
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
  app.setNotFoundHandler((request, reply) => absent(request, reply));
}

/** To somebody who is not signed in, an address that is not there looks like one that needs signing in. */
function absent(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = request.signedIn ? 'NODE_NOT_FOUND' : 'NODE_SIGN_IN_REQUIRED';
  return sendRefusals(reply, [nodeCatalogue.refuse(code)]);
}

/** The file that an address names: itself, or the index of a folder that has one, such as /verify/. */
function fileOf(folder: string, path: string): string | undefined {
  const decoded = decode(path);
  if (decoded === undefined || decoded === '/') return undefined;
  const candidates = decoded.endsWith('/') ? [`${decoded}index.html`] : [decoded, `${decoded}/index.html`];
  return candidates.find((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile());
}

/** Names below /assets change with their content. */
function cacheOf(file: string): { maxAge: string | number; immutable: boolean } {
  return file.startsWith('/assets/') ? { maxAge: '1y', immutable: true } : { maxAge: 0, immutable: false };
}

/** The path without escapes; undefined when it holds what no file of ours has in its name. */
function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return /[\0\\]|\.\.|\/\./.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function notBuilt(reply: FastifyReply): FastifyReply {
  const text = '<!doctype html><html lang="en"><title>Portolan</title><h1>The portal is not built</h1>';
  return reply
    .type('text/html; charset=utf-8')
    .send(
      `${text}<p>Run <code>npm start</code> in the project folder. The API is described at <a href="/docs/api">/docs/api</a>.`,
    );
}
