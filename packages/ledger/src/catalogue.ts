import { defineCatalogue } from '@portolan/kernel';

/** Everything that the transparency log and the reading of its proofs can refuse. */
export const ledgerCatalogue = defineCatalogue('ledger', {
  LEDGER_INDEX_OUT_OF_RANGE: {
    fault: 'sender',
    message: 'Leaf {index} does not exist in a log of {size} leaves.',
    mend: 'Use the index and the checkpoint of the same receipt.',
    cite: 'RFC 9162 section 2.1.3.2',
  },
  LEDGER_SIZE_UNSUPPORTED: {
    fault: 'sender',
    message: 'The number {value} is not a size that a log can have here.',
    mend: 'Sizes are whole numbers from 0 to 9007199254740991 without leading zeros.',
  },
  LEDGER_PROOF_LENGTH: {
    fault: 'sender',
    message: 'The proof has {found} hashes; this index and size need {needed}.',
    mend: 'Ask the log for the receipt again: part of it was lost or added.',
    cite: 'RFC 9162 section 2.1.3.2',
  },
  LEDGER_HASH_LENGTH: {
    fault: 'sender',
    message: 'A hash has {found} bytes instead of 32.',
    mend: 'Hashes are SHA-256: ask for the proof again.',
  },
  LEDGER_INCLUSION_MISMATCH: {
    fault: 'sender',
    message: 'The proof does not lead from the statement to the root of the checkpoint.',
    mend: 'The statement, the salt, the index or the proof was altered: ask the log for the receipt again.',
    cite: 'RFC 9162 section 2.1.3.2',
  },
  LEDGER_CONSISTENCY_MISMATCH: {
    fault: 'node',
    message: 'The log of {second} leaves does not continue the log of {first} leaves.',
    mend: 'Keep both checkpoints: together they prove that the log was rewritten. Tell the operator and the witnesses.',
    cite: 'RFC 9162 section 2.1.4.2',
  },
  LEDGER_CONSISTENCY_RANGE: {
    fault: 'sender',
    message: 'There is no consistency proof from {first} to {second} leaves.',
    mend: 'Ask with 0 <= first <= second, the second not above the size of the current checkpoint.',
    cite: 'RFC 9162 section 2.1.4',
  },
  LEDGER_NOTE_MALFORMED: {
    fault: 'sender',
    message: 'The checkpoint is not a signed note: {detail}.',
    mend: 'Send the checkpoint byte for byte as the log served it.',
    cite: 'C2SP signed-note, Format',
  },
  LEDGER_NOTE_UNKNOWN_SIGNER: {
    fault: 'sender',
    message: 'No key you trust has signed the checkpoint; it names {signers}.',
    mend: 'Get the key of the log from its operator and trust it, or do not rely on this receipt.',
    cite: 'C2SP signed-note, Signatures',
  },
  LEDGER_NOTE_SIGNATURE_INVALID: {
    fault: 'sender',
    message: 'The signature of {name} on the checkpoint does not verify.',
    mend: 'The checkpoint was altered or forged: ask the log for the receipt again.',
    cite: 'C2SP signed-note, Signatures',
  },
  LEDGER_KEY_MALFORMED: {
    fault: 'sender',
    message: 'The text is not the key of a log: {detail}.',
    mend: 'A key reads name+hash+base64, for example the answer of /log/key.',
    cite: 'C2SP signed-note, Verifier keys',
  },
  LEDGER_KEY_HASH_MISMATCH: {
    fault: 'sender',
    message: 'The hash {found} in the key does not belong to its name and bytes (expected {expected}).',
    mend: 'Copy the key again: a character was changed.',
    cite: 'C2SP signed-note, Signatures',
  },
  LEDGER_CHECKPOINT_MALFORMED: {
    fault: 'sender',
    message: 'The signed note is not a checkpoint: {detail}.',
    mend: 'Send the checkpoint byte for byte as the log served it.',
    cite: 'C2SP tlog-checkpoint, Note text',
  },
  LEDGER_ORIGIN_MISMATCH: {
    fault: 'sender',
    message: 'The checkpoint is of {found}, not of {expected}.',
    mend: 'Use the receipt with the checkpoint and the key of the log that issued it.',
    cite: 'C2SP tlog-checkpoint, Signatures',
  },
  LEDGER_WITNESSES_MISSING: {
    fault: 'sender',
    message: '{found} of the {needed} required witnesses have cosigned the checkpoint.',
    mend: 'Ask for a receipt under a later checkpoint, which more witnesses have seen.',
    cite: 'C2SP tlog-cosignature',
  },
  LEDGER_WITNESS_REQUEST: {
    fault: 'sender',
    status: 400,
    message: 'The request to the witness is not readable: {detail}.',
    mend: 'Send "old" and a size, the hashes of the consistency proof, an empty line and the checkpoint.',
    cite: 'C2SP tlog-witness, add-checkpoint',
  },
  LEDGER_WITNESS_LOG_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Checkpoints of {origin} are not cosigned here.',
    mend: 'Ask the operator of the witness to take up the log with its key.',
    cite: 'C2SP tlog-witness, add-checkpoint',
  },
  LEDGER_WITNESS_SIZE: {
    fault: 'sender',
    status: 409,
    message: 'The witness has last cosigned {origin} at {known} leaves, not at {old}.',
    mend: 'Prove the consistency from {known} leaves on.',
    cite: 'C2SP tlog-witness, add-checkpoint',
  },
  LEDGER_WITNESS_SPLIT: {
    fault: 'sender',
    status: 409,
    message: 'The witness has cosigned another checkpoint of {origin} with {size} leaves.',
    mend: 'Keep both checkpoints: together they prove that the log shows different people different things.',
    cite: 'C2SP tlog-witness, add-checkpoint',
  },
  LEDGER_WITNESS_ANSWER: {
    fault: 'node',
    message: 'The answer of the witness {name} is no cosignature of this checkpoint: {detail}.',
    mend: 'Compare the key of the witness with the one that was entered for it.',
    cite: 'C2SP tlog-witness, add-checkpoint',
  },
  LEDGER_RECEIPT_MALFORMED: {
    fault: 'sender',
    message: 'This is not a receipt: {detail}.',
    mend: 'Send the receipt file as the node gave it, unaltered.',
  },
  LEDGER_RECEIPT_OTHER_DOCUMENT: {
    fault: 'sender',
    message: 'The receipt is for {found}, not for {expected}.',
    mend: 'Use the receipt of this document, or the document of this receipt; one altered byte makes another document.',
  },
  LEDGER_FILE_UNKNOWN: {
    fault: 'sender',
    message:
      'This file is neither a receipt, nor a credential, nor evidence with a credential and its receipt.',
    mend: 'Choose a receipt or credential file (JSON) as a node or its issuer gave it.',
  },
  LEDGER_FILE_MEMBER: {
    fault: 'sender',
    message: 'The evidence file has a member "{member}" that is not understood.',
    mend: 'Evidence has the type portolan/evidence@1, credential and receipt, and may have statusList, keys (a list of texts), didDocuments and didLogs (lists). A newer edition needs a newer verifier.',
  },
  LEDGER_KEY_NONE: {
    fault: 'sender',
    message: 'No key of the log {origin} is at hand.',
    mend: 'Get the key from the operator of the log (its address ends in /log/key) and give it to the verifier.',
  },
  LEDGER_KEY_FROM_FILE: {
    fault: 'sender',
    message: 'The receipt is consistent, but the key of the log {origin} came with the file itself.',
    mend: 'Compare the key with the one that the operator of the log publishes, and give that one to the verifier.',
  },
  LEDGER_ISSUER_KEY_FROM_FILE: {
    fault: 'sender',
    message: 'It fits the keys of {issuer} that came with the file itself.',
    mend: 'Compare them with the keys that {issuer} publishes, and give that DID document to the verifier.',
  },
  LEDGER_TILE_PATH_INVALID: {
    fault: 'sender',
    message: 'The path {path} names no tile.',
    mend: 'Tiles are at tile/<level>/<index>[.p/<width>], the index in groups of three digits, all but the last led by x.',
    status: 400,
    cite: 'C2SP tlog-tiles, Merkle Tree',
  },
  LEDGER_TILE_NOT_FOUND: {
    fault: 'sender',
    message: 'The log has no tile {path} yet.',
    mend: 'Read the checkpoint first: its size says which tiles exist.',
    status: 404,
    cite: 'C2SP tlog-tiles, Partial Tiles',
  },
  LEDGER_BUNDLE_MALFORMED: {
    fault: 'sender',
    message: 'The entry bundle is cut off in entry {index}.',
    mend: 'Fetch the bundle again.',
    cite: 'C2SP tlog-tiles, Log entries',
  },
  LEDGER_LEAF_MISSING: {
    fault: 'node',
    message: 'Leaf {index} is missing from the store.',
    mend: 'Restore the log from backup: a log never loses a leaf by itself.',
  },
  LEDGER_LEAF_ALTERED: {
    fault: 'node',
    message: 'Leaf {index} no longer has the commitment that its statement and salt give.',
    mend: 'Restore the log from backup and find out who wrote to it.',
  },
  LEDGER_TILE_MISMATCH: {
    fault: 'node',
    message: 'The stored tile {path} is not the one that the leaves give: {detail}.',
    mend: 'Restore the log from backup and find out who wrote to it.',
  },
  LEDGER_ROOT_MISMATCH: {
    fault: 'node',
    message: 'The checkpoint of {size} leaves has another root than the leaves give.',
    mend: 'Restore the log from backup. If that checkpoint was published, tell everybody who holds receipts.',
  },
  LEDGER_HEAD_MISMATCH: {
    fault: 'node',
    message:
      'The log says that it has {head} leaves; the store holds {leaves} and the last checkpoint says {checkpoint}.',
    mend: 'Restore the log from backup: the three are written in one transaction.',
  },
});
