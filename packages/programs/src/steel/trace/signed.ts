export { type Signed, signedOf, signedOnly } from '../../signed.ts';
