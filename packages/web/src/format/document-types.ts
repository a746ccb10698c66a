export { documentTypeName } from '@portolan/documents';
