/** What a caveat means in the graph that is signed: lists of words, each kind with an address of its own. */
export const CAVEAT_CONTEXT = 'https://portolan.example/caveats/v1';

export const caveatContext = {
  '@context': {
    '@protected': true,
    types: { '@id': 'https://portolan.example/caveats#types', '@container': '@set' },
    entryTypes: { '@id': 'https://portolan.example/caveats#entryTypes', '@container': '@set' },
    ports: { '@id': 'https://portolan.example/caveats#ports', '@container': '@set' },
    programs: { '@id': 'https://portolan.example/caveats#programs', '@container': '@set' },
  },
};
