/** A public suite that drives implementations by a command line, and how it is told of ours. */
export interface CommandSuite {
  readonly name: string;
  /** Commit that the results were made with. */
  readonly commit: string;
  readonly command: string;
  readonly implementation: { readonly file: string; readonly content: string };
}

const features = ['credential_jose', 'credential_sdjwt', 'presentation_jose', 'presentation_sdjwt'];
const joseCose = {
  ...{ name: 'Portolan', implementation: 'Portolan', issuers: [], verifiers: [] },
  'jose-cose': { features: Object.fromEntries(features.map((feature) => [feature, true])) },
};
const local = { settings: { testAllImplementations: false }, implementations: [joseCose] };
const editions = ['2020-12', '2019-09', 'Draft-7'];
const jsonSchema = {
  name: 'portolan',
  specs: Object.fromEntries(editions.map((edition) => [edition, ['JsonSchema', 'JsonSchemaCredential']])),
};

export const commandSuites: readonly CommandSuite[] = [
  {
    ...{ name: 'vc-jose-cose-test-suite', commit: 'ff6be51', command: 'jose-cose.ts' },
    implementation: {
      file: 'localConfig.cjs',
      content: `module.exports = ${JSON.stringify(local, null, 2)};\n`,
    },
  },
  {
    ...{ name: 'vc-json-schema-test-suite', commit: 'b91f591', command: 'json-schema.ts' },
    implementation: { file: 'implementations/portolan.json', content: JSON.stringify(jsonSchema, null, 2) },
  },
];
