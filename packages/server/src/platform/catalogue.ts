import { defineCatalogue } from '@portolan/kernel';

/** What the node itself refuses, whatever the trade: starting, signing in, requests and access. */
export const nodeCatalogue = defineCatalogue('node', {
  NODE_PORT_BUSY: {
    fault: 'node',
    message: 'Port {port} on {host} is already in use.',
    mend: 'Stop the other program, or start this node with --port and another number.',
  },
  NODE_ALREADY_RUNNING: {
    fault: 'node',
    message: 'Another node is already running on the data folder {folder}.',
    mend: 'Use the running node, stop it first, or start a second node with --data and another folder.',
  },
  NODE_FLAG_INVALID: {
    fault: 'node',
    message: 'The value "{value}" of {flag} is not usable: {reason}.',
    mend: 'Correct the flag; "portolan start --help" shows examples.',
  },
  NODE_DATA_FOLDER: {
    fault: 'node',
    message: 'The data folder {folder} cannot be used: {reason}.',
    mend: 'Choose a folder that you may write to with --data.',
  },
  NODE_POSTGRES_MISSING: {
    fault: 'node',
    message: 'The embedded PostgreSQL for {platform} is not installed.',
    mend: 'Run "npm ci" in the project folder on this machine, or point DATABASE_URL at a PostgreSQL 18 of your own.',
  },
  NODE_POSTGRES_ROOT: {
    fault: 'node',
    message: 'PostgreSQL does not run as root, and no other identity could be taken: {reason}.',
    mend: 'Start the node as an ordinary user, or point DATABASE_URL at a PostgreSQL 18 of your own.',
  },
  NODE_POSTGRES_FAILED: {
    fault: 'node',
    message: 'The embedded PostgreSQL did not start: {reason}.',
    mend: 'Look at {log} for the whole story.',
  },
  NODE_DATABASE_UNREACHABLE: {
    fault: 'node',
    message: 'The database of DATABASE_URL could not be reached: {reason}.',
    mend: 'Check that it runs, that the address, user and password are right, and that it is PostgreSQL 18.',
    status: 503,
  },
  NODE_DATABASE_NEWER: {
    fault: 'node',
    message: 'The database is at migration {found}; this version of the node knows only {known}.',
    mend: 'Start the newer version of the node that wrote this data.',
  },
  NODE_PUBLIC_URL_FIXED: {
    fault: 'node',
    message: 'This node was created with the public address {was}; it cannot become {asked}.',
    mend: 'Start without --public-url; identifiers already given out carry the first address.',
  },
  NODE_KEY_FILE: {
    fault: 'node',
    message: 'The key file {file} cannot be used: {reason}.',
    mend: 'Give a file outside the data folder, readable by its owner alone, with 64 hexadecimal digits.',
  },
  NODE_KEY_WRONG: {
    fault: 'node',
    message: 'The node key does not open the keys that this node has kept.',
    mend: 'Start with the --key-file or passphrase that the node was created with.',
  },
  NODE_KEY_INSIDE: {
    fault: 'node',
    message: "Keys of a real member cannot be kept here: the node key lies in the sample's data folder.",
    mend: 'Create a node with --empty and --key-file.',
  },
  NODE_KEY_NONE: {
    fault: 'node',
    message: '{tenant} has no key at this node that may still sign.',
    mend: 'Create a new key for the organization, or sign with the key that it holds itself.',
    status: 409,
  },
  NODE_KEY_IS_NAME: {
    fault: 'node',
    message: '{tenant} is named by its key ({did}): with another key it would be another identifier.',
    mend: 'Create the node with --public-url, so that identifiers are did:web and outlive a key; or take a new identifier on purpose (key rotate --new-identifier), close what is open first and tell your peers.',
    cite: 'did:key, section 3.1.4: the method has no update',
    status: 409,
  },
  NODE_KEY_PASSPHRASE: {
    fault: 'node',
    message: 'The passphrase is too short to protect a signing key.',
    mend: 'Set PORTOLAN_EXPORT_PASSPHRASE to at least {least} characters that nobody guesses.',
  },
  NODE_KEY_NOT_OPENED: {
    fault: 'node',
    message: 'The key file does not open: it is no key file, was altered, or the passphrase is another one.',
    mend: 'Take the file as it was exported, and set PORTOLAN_EXPORT_PASSPHRASE to the passphrase of the export.',
  },
  NODE_KEY_OTHER_OWNER: {
    fault: 'node',
    message: 'The key belongs to {did}, which is not an identifier that {tenant} can have here.',
    mend: 'Import the key of a did:key, or one of {own} itself.',
  },
  NODE_KEY_EXISTS: {
    fault: 'node',
    message: '{tenant} already has a key at this node.',
    mend: 'Rotate the key instead of creating a second one.',
    status: 409,
  },
  NODE_SIGN_IN_REQUIRED: {
    fault: 'sender',
    message: 'Nobody is signed in.',
    mend: 'Sign in at the portal, or send "Authorization: Bearer" with an API token.',
    status: 401,
  },
  NODE_SIGN_IN_FAILED: {
    fault: 'sender',
    message: 'The access key is not valid.',
    mend: 'Copy the whole key again, or ask the lead of your organization for a new one.',
    status: 401,
  },
  NODE_TOKEN_INVALID: {
    fault: 'sender',
    message: 'The bearer token is not valid, has expired or was withdrawn.',
    mend: 'Ask for a new token: portolan token add.',
    status: 401,
  },
  NODE_SIGN_IN_LIMIT: {
    fault: 'sender',
    message: 'Too many failed attempts to sign in.',
    mend: 'Wait {seconds} seconds and try again.',
    status: 429,
  },
  NODE_SAMPLE_SIGN_IN: {
    fault: 'sender',
    message: 'Sample members sign in without a key only on the machine itself: {reason}.',
    mend: 'Open the portal on the machine that runs the node, at its loopback address.',
    status: 403,
  },
  NODE_ROLE_REQUIRED: {
    fault: 'sender',
    message: 'This needs the role {roles}; you are {role}.',
    mend: 'Ask a colleague with that role.',
    status: 403,
  },
  NODE_SCOPE_REQUIRED: {
    fault: 'sender',
    message: 'The API token does not carry the scope "{scope}".',
    mend: 'Ask for a token with that scope: portolan token add --scope {scope}.',
    status: 403,
  },
  NODE_AGENCY_ONLY: {
    fault: 'sender',
    message: 'Only a member of the customs agency may do this.',
    mend: 'Sign in as a member of the agency.',
    status: 403,
  },
  NODE_TRADE_ONLY: {
    fault: 'sender',
    message: 'Only a member of a trading organization may do this.',
    mend: 'Sign in as a member of the importer, broker, producer or carrier concerned.',
    status: 403,
  },
  NODE_ORIGIN_REFUSED: {
    fault: 'sender',
    message: 'The request comes from another web site.',
    mend: 'Use the portal itself, or a bearer token from a program.',
    status: 403,
  },
  NODE_HOST_REFUSED: {
    fault: 'sender',
    message: 'This node does not answer under the name "{host}".',
    mend: 'Use the address that the node printed when it started.',
    status: 421,
  },
  NODE_BODY_TOO_LARGE: {
    fault: 'sender',
    message: 'The body of the request is larger than {limit} bytes.',
    mend: 'Send fewer documents at a time, and send files as multipart/form-data.',
    status: 413,
  },
  NODE_BODY_MISSING: {
    fault: 'sender',
    message: 'The request has no body.',
    mend: 'Send the JSON that the description of the API shows.',
    status: 400,
  },
  NODE_MEDIA_TYPE: {
    fault: 'sender',
    message: 'The content type "{type}" is not read here.',
    mend: 'Send application/json, or multipart/form-data for files.',
    status: 415,
  },
  NODE_MULTIPART: {
    fault: 'sender',
    message: 'The uploaded form cannot be read: {reason}.',
    mend: 'Send at most {files} files of at most {bytes} bytes each, as multipart/form-data.',
    status: 413,
  },
  NODE_FIELD_INVALID: {
    fault: 'sender',
    message: 'The value does not fit: {reason}.',
    mend: 'Compare it with the description of the API at /docs/api.',
    status: 422,
  },
  NODE_NOT_FOUND: {
    fault: 'sender',
    message: 'There is nothing here that you may see.',
    mend: 'Check the address, and that you are signed in for the right organization.',
    status: 404,
  },
  NODE_METHOD: {
    fault: 'sender',
    message: 'The request could not be understood as HTTP.',
    mend: 'Compare it with the description of the API at /docs/api.',
    status: 400,
  },
  NODE_IDEMPOTENCY_REUSED: {
    fault: 'sender',
    message: 'This idempotency key was used before for another request.',
    mend: 'Take a new key for each new request; repeat a key only to repeat the same request.',
    status: 409,
  },
  NODE_TENANT_EXISTS: {
    fault: 'sender',
    message: 'An organization with the short name "{slug}" already has a seat here.',
    mend: 'Choose another short name.',
    status: 409,
  },
  NODE_TENANT_UNKNOWN: {
    fault: 'sender',
    message: 'No organization with the short name "{slug}" has a seat here.',
    mend: 'Check the name; "portolan member list" shows those who have a seat.',
    status: 404,
  },
  NODE_MEMBER_UNKNOWN: {
    fault: 'sender',
    message: 'This organization has no such member.',
    mend: 'Check the member; "portolan member list" shows them.',
    status: 404,
  },
  NODE_UNREADY: {
    fault: 'node',
    message: 'The node cannot answer just now.',
    mend: 'Repeat the request in a moment, with the same idempotency key.',
    status: 503,
  },
  NODE_FAULT: {
    fault: 'node',
    message: 'The node failed; the fault is recorded under request {requestId}.',
    mend: 'Repeat the request; when it fails again, report the request number.',
    status: 500,
  },
});

export type NodeCode = keyof typeof nodeCatalogue.entries;
