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
  /** A PostgreSQL of one's own instead of the embedded one. */
  readonly databaseUrl?: string;
}
