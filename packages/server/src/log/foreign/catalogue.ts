import { defineCatalogue } from '@portolan/kernel';

/** What is refused around logs of other nodes. */
export const foreignLogCatalogue = defineCatalogue('foreign-logs', {
  NODE_LOG_KEY: {
    fault: 'node',
    status: 422,
    message: 'This is no public key of a log: {reason}',
    mend: 'Copy the whole line that the other node answers at /log/key.',
    cite: 'C2SP signed-note, "Verifier keys"',
  },
  NODE_WITNESS_KEY: {
    fault: 'node',
    status: 422,
    message: 'This is no public key of a witness: {reason}',
    mend: 'Copy the whole line that the witness publishes; a node answers it at /log/witness/key.',
    cite: 'C2SP tlog-cosignature; signed-note, "Verifier keys"',
  },
  NODE_WITNESS_ADDRESS: {
    fault: 'node',
    status: 422,
    message: '{url} is no address of a witness.',
    mend: 'Give its submission prefix; of a node that is its address followed by /log/witness.',
    cite: 'C2SP tlog-witness, "Parameters"',
  },
  NODE_LOG_OWN: {
    fault: 'node',
    status: 422,
    message: '{origin} is the log of this node.',
    mend: "Nothing is left to do: a node's own log always counts.",
  },
  NODE_LOG_UNKNOWN: {
    fault: 'node',
    status: 404,
    message: 'Nothing is known here of a log or witness {origin}.',
    mend: 'List logs and witnesses with "portolan log list".',
  },
});
