/** Bounds of what one request may carry, in bytes and counts. */
export const bodyLimits = {
  json: 1024 * 1024,
  jsonDepth: 64,
  /** POST /api/inbox carries whole envelopes with their credentials. */
  envelopes: 8 * 1024 * 1024,
  /** What a sender puts into one such request: less, since it is reckoned before it is written out. */
  load: 7 * 1024 * 1024,
  /** The documents of one filing, as they travel: with its lists and itself an envelope fits into one request. */
  attachments: 6 * 1024 * 1024,
  /** As many as the evidence of one filing: a month of a pipeline has a ticket a day and the papers around them. */
  files: 200,
  fileBytes: 5 * 1024 * 1024,
  uploadBytes: 32 * 1024 * 1024,
  fields: 60,
  fieldBytes: 256 * 1024,
} as const;
