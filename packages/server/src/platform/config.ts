/** How this node was started. Flags win over the environment. */
export interface NodeConfig {
  /** Absolute folder that holds the embedded database, the local CA and the sample's node key. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Origin under which others reach the node, e.g. 'https://node.example'; fixed when the node is created. */
  readonly publicUrl?: string;
  /** Serve HTTPS with a certificate of the node's own local CA. */
  readonly tls: boolean;
  /** File with the node key, outside the data folder. */
  readonly keyFile?: string;
  readonly passphrase?: string;
  /** Create the node without the sample community. */
  readonly empty: boolean;
  /** Hosts that this node may ask for DID documents and status lists, beside its peers; none unless told. */
  readonly fetchFrom?: readonly string[];
  /** A copy of the trust register of an agency elsewhere that is older is fetched anew with the next draft; an hour unless told. */
  readonly trustAgeSeconds?: number;
  /** Worker threads beside the main one; as many as there are further cores unless told, at least one. */
  readonly workers?: number;
  /** A PostgreSQL of one's own instead of the embedded one. */
  readonly databaseUrl?: string;
  /** Who may use the VC API; unset: everybody at a sample node on this machine, nobody elsewhere. */
  readonly vcApi?: 'off' | 'token' | 'open';
  /** Address of a key service that holds the secrets of the VC API's issuers. */
  readonly keyService?: string;
  /** Bearer token for the key service; never logged. */
  readonly keyServiceToken?: string;
  /** File that names further JSON-LD contexts to be known here. */
  readonly contexts?: string;
}
