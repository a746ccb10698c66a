interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean }[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
}

/** The description of the API as one page without scripts: a heading per route, its parameters, its body and answers. */
export function apiPage(description: object): string {
  const { paths = {}, info } = description as {
    paths?: Record<string, Record<string, Operation>>;
    info: { title: string; version: string; description: string };
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}: API</title>
<link rel="stylesheet" href="/docs/api.css">
</head>
<body>
<main>
<h1>${escapeHtml(info.title)} ${escapeHtml(info.version)}</h1>
<p>${escapeHtml(info.description)} For machines: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Routes"><ul>${operations.map(contentsLine).join('')}</ul></nav>
${operations.map(section).join('\n')}
</main>
</body>
</html>`;
}

interface Listed {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function contentsLine(listed: Listed): string {
  return `<li><a href="#${anchor(listed)}">${title(listed)}</a></li>`;
}

function section(listed: Listed): string {
  const { summary, parameters = [], requestBody, responses } = listed.operation;
  const fields = parameters.map(
    ({ name, in: place, required }) =>
      `<li><code>${escapeHtml(name)}</code> (${escapeHtml(place)}${required ? ', required' : ''})</li>`,
  );
  return `<section aria-labelledby="${anchor(listed)}">
<h2 id="${anchor(listed)}">${title(listed)}</h2>
<p>${escapeHtml(summary ?? '')}</p>
${fields.length > 0 ? `<h3>Parameters</h3><ul>${fields.join('')}</ul>` : ''}
${schemaBlock('Body', requestBody)}
${schemaBlock('Answer', responses)}
</section>`;
}

function schemaBlock(heading: string, schema: unknown): string {
  if (schema === undefined) return '';
  const text = escapeHtml(JSON.stringify(schema, null, 2));
  return `<details><summary>${heading}</summary><pre tabindex="0">${text}</pre></details>`;
}

function title({ method, path }: Listed): string {
  return `<code>${method} ${escapeHtml(path)}</code>`;
}

function anchor({ method, path }: Listed): string {
  return `${method}${path}`.replace(/[^A-Za-z0-9]+/g, '-');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

export const apiPageStyle = `body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { border-top: 1px solid #71767a; padding-top: 1rem; overflow-wrap: anywhere; }
a { color: #005ea2; }
pre { overflow: auto; max-height: 30rem; background: #f0f0f0; padding: 0.75rem; }
summary { cursor: pointer; }
:focus-visible { outline: 3px solid #2491ff; outline-offset: 2px; }
`;
