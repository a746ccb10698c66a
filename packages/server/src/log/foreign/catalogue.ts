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
  NODE_LOG_OWN: {
    fault: 'node',
    status: 422,
    message: '{origin} is the log of this node.',
    mend: "Nothing is left to do: a node's own log always counts.",
  },
  NODE_LOG_UNKNOWN: {
    fault: 'node',
    status: 404,
    message: 'No log {origin} is trusted here.',
    mend: 'List the trusted logs with "portolan log list".',
  },
});
