/** Bounds of what one request may carry, in bytes and counts. */
export const bodyLimits = {
  json: 1024 * 1024,
  jsonDepth: 64,
  /** POST /api/inbox carries whole envelopes with their credentials. */
  envelopes: 8 * 1024 * 1024,
  files: 60,
  fileBytes: 5 * 1024 * 1024,
  uploadBytes: 32 * 1024 * 1024,
  fields: 60,
  fieldBytes: 256 * 1024,
} as const;
