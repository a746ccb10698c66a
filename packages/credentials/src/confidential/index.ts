export { decryptWith, type EncryptedDocument, encryptFor, recipientsOf } from './encrypt.ts';
export {
  generateRecipientKey,
  type Recipient,
  type RecipientKey,
  recipientKey,
  recipientOfDidKey,
} from './recipient.ts';
