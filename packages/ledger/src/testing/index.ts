export {
  fileOf,
  loggedAt,
  sampleCredential,
  sampleLogKey,
  sampleOrigin,
  sampleReceipt,
  sampleStatusList,
} from './sample-evidence.ts';
