import * as contract from '@portolan/contract';

const ACCESS = { public: 'everybody', member: 'signed in', agency: 'agency', trade: 'trade' } as const;

/** docs/reference/http.md: every route of the contract. */
export function routesPage(): string {
  const routes = Object.values(contract as Record<string, unknown>)
    .filter(isRoute)
    .sort((left, right) => left.url.localeCompare(right.url) || left.method.localeCompare(right.method));
  const rows = routes.map(
    ({ method, url, access, multipart, summary }) =>
      `| ${method} | \`${url}\` | ${ACCESS[access]} | ${summary}${multipart ? ' (multipart)' : ''} |`,
  );
  return `# HTTP

Generated from \`packages/contract\`. The running node serves the full OpenAPI 3.1 description with all shapes at
\`/api/openapi.json\` and readable at \`/docs/api\`. A refusal is \`application/problem+json\` (RFC 9457) with a list of
[coded refusals](refusals.md).

| method | address | who | what |
|---|---|---|---|
${rows.join('\n')}
`;
}

function isRoute(value: unknown): value is contract.Route {
  return (
    typeof value === 'object' && value !== null && 'url' in value && 'method' in value && 'access' in value
  );
}
