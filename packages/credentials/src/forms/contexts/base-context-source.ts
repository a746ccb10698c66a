/**
 * The module of the context package in which the base context stands word for word. A bundle for browsers, where no file can be
 * read, carries its text instead of this function (packages/web/verifier/build.ts).
 */
export function baseContextSource(): string {
  const source = new URL('v2.js', import.meta.resolve('@digitalbazaar/credentials-context'));
  return process.getBuiltinModule('fs').readFileSync(source, 'utf8');
}
