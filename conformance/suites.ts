import type { VcIssuer } from '@portolan/contract';

/** One endpoint as the suites configure implementations. */
interface Endpoint {
  readonly id: string;
  readonly endpoint: string;
  readonly tags: readonly string[];
  readonly supportedEcdsaKeyTypes?: readonly string[];
  readonly supports?: object;
  readonly options?: object;
}

/** What a suite is told of an implementation. */
export interface Implementation {
  readonly name: string;
  readonly implementation: string;
  readonly issuers: readonly Endpoint[];
  readonly verifiers: readonly Endpoint[];
  readonly vpVerifiers: readonly Endpoint[];
  readonly vcHolders: readonly Endpoint[];
  readonly didResolvers: readonly Endpoint[];
}

/** A public suite of the W3C or of its community group, and how this node is described to it. */
export interface Suite {
  /** Name of its repository below github.com/w3c or github.com/w3c-ccg, and of its folder. */
  readonly name: string;
  /** Commit that the results were made with. */
  readonly commit: string;
  readonly issuers: readonly string[];
  readonly tags: readonly string[];
  readonly supports?: object;
  readonly timeoutMs?: number;
  /** Issue where credentials get a place on status lists. */
  readonly withLists?: boolean;
  /** What is asked for besides, where the suite is run more than once. */
  readonly variant?: string;
  /** Options of every request to issue. */
  readonly issueOptions?: object;
  /** Hand the contexts of `--contexts` to the package that makes the suite's credentials. */
  readonly lendContexts?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export const suites: readonly Suite[] = [
  {
    name: 'vc-data-model-2.0-test-suite',
    commit: '6e07524',
    issuers: ['eddsa-rdfc-2022', 'vc-jwt'],
    tags: ['vc2.0', 'EnvelopingProof'],
  },
  {
    name: 'vc-di-eddsa-test-suite',
    commit: 'a62061b',
    issuers: ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
    tags: ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
    environment: { ISSUER_NAME_JCS: 'Portolan' },
  },
  {
    name: 'vc-di-ecdsa-test-suite',
    commit: '070efa3',
    issuers: [
      'ecdsa-rdfc-2019',
      'ecdsa-rdfc-2019-p384',
      'ecdsa-jcs-2019',
      'ecdsa-jcs-2019-p384',
      'ecdsa-sd-2023',
    ],
    tags: ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'ecdsa-sd-2023'],
    supports: { vc: ['1.1', '2.0'] },
  },
  {
    name: 'vc-di-bbs-test-suite',
    commit: '75546c2',
    issuers: ['bbs-2023'],
    tags: ['bbs-2023'],
    supports: { vc: ['1.1', '2.0'] },
    timeoutMs: 30_000,
    lendContexts: true,
  },
  {
    name: 'vc-bitstring-status-list-test-suite',
    commit: '5cdc562',
    issuers: ['eddsa-rdfc-2022'],
    tags: ['BitstringStatusList'],
    withLists: true,
    issueOptions: {
      credentialStatus: ['revocation', 'suspension'].map((statusPurpose) => ({
        ...{ statusPurpose, statusReference: 'https://sample.example/status' },
      })),
    },
  },
  {
    name: 'vc-bitstring-status-list-test-suite',
    variant: 'a message of two bits beside',
    commit: '5cdc562',
    issuers: ['eddsa-rdfc-2022'],
    tags: ['BitstringStatusList'],
    withLists: true,
    issueOptions: {
      credentialStatus: [
        { statusPurpose: 'revocation' },
        {
          ...{ statusPurpose: 'message', statusSize: 2, statusReference: 'https://sample.example/status' },
          statusMessage: ['on hand', 'loaded', 'under way', 'delivered'].map((message, index) => ({
            ...{ status: `0x${index}`, message },
          })),
        },
      ],
    },
  },
  {
    name: 'vc-api-issuer-test-suite',
    commit: '4aa46e2',
    issuers: ['eddsa-rdfc-2022'],
    tags: ['vc-api'],
  },
  {
    name: 'vc-api-verifier-test-suite',
    commit: '41541ee',
    issuers: ['eddsa-rdfc-2022'],
    tags: ['vc-api'],
  },
  {
    name: 'did-key-test-suite',
    commit: '870e964',
    issuers: [],
    tags: ['did-key'],
  },
];

/** Tags that stand for the whole node and not for one form of proof. */
const SHARED = new Set(['vc2.0', 'BitstringStatusList', 'vc-api', 'did-key']);
/** Tags that differ from the name of the form. */
const TAGS: Readonly<Record<string, string>> = { 'vc-jwt': 'EnvelopingProof' };

/** This node as an implementation for one suite. */
export function implementationFor(
  suite: Suite,
  origin: string,
  issuers: readonly VcIssuer[],
): Implementation {
  const supports = suite.supports ? { supports: suite.supports } : {};
  const shared = suite.tags.filter((tag) => SHARED.has(tag));
  const tagOf = (name: string) => TAGS[name] ?? shared[0] ?? name.replace(/-p384$/, '');
  const chosen = issuers.filter(({ name }) => suite.issuers.includes(name));
  const endpoints = (path: string) =>
    suite.tags.map((tag) => ({
      ...{ id: `${origin}/`, endpoint: `${origin}${path}`, tags: [tag], ...supports },
      supportedEcdsaKeyTypes: tag === 'ecdsa-sd-2023' ? ['P-256'] : ['P-256', 'P-384'],
    }));
  return {
    name: 'Portolan',
    implementation: 'Portolan node',
    issuers: chosen.map(({ name, id, algorithm, endpoint }) => ({
      ...{ id, endpoint: suite.withLists ? endpoint.replace(`/${name}/`, `/${name}-status/`) : endpoint },
      ...{ tags: [tagOf(name)], supportedEcdsaKeyTypes: [algorithm], ...supports },
      ...(suite.issueOptions ? { options: suite.issueOptions } : {}),
    })),
    verifiers: endpoints('/credentials/verify'),
    vpVerifiers: endpoints('/presentations/verify'),
    vcHolders: endpoints('/credentials/derive').map((one) => ({ ...one, tags: [...one.tags, 'vcHolder'] })),
    didResolvers: endpoints('/1.0/identifiers'),
  };
}
