export { documentsCatalogue } from './catalogue.ts';
export { checkDocument, checkDocumentShape, documentSchemaCheck } from './check/check-document.ts';
export type { SchemaNode } from './check/schema-node.ts';
export { checkShape } from './check/shape.ts';
export { plainName } from './compare/name.ts';
export { plainNumber } from './compare/number.ts';
export { findDrift } from './drift/find-drift.ts';
export * from './epcis/index.ts';
export * from './evidence.ts';
export * from './graph/filing-record.ts';
export { type OrderFile, orderFile, orderGraph } from './graph/order-graph.ts';
export { type OrderStage, orderStageOf, orderStageRank, orderStages } from './graph/stage.ts';
export type { StandingLine, StandingOrder } from './graph/standing-order.ts';
export type {
  EdgeStrength,
  GraphEdge,
  GraphEnd,
  GraphNode,
  LineSums,
  OrderGraph,
  OrderLineState,
  OrderStanding,
  OrderState,
  UnlikeQuantity,
} from './graph/types.ts';
export { hideableMembers, withoutMembers } from './hideable.ts';
export { linkDocuments } from './link/link-documents.ts';
export * from './match/finding.ts';
export { matchOrders, type PolicyOf } from './match/match-orders.ts';
export {
  type MatchPolicy,
  MatchPolicySchema,
  type Tolerances,
  TolerancesSchema,
  tolerancesOn,
  usualPolicy,
} from './match/policy.ts';
export {
  type ColumnMapping,
  ColumnMappingSchema,
  checkMapping,
  headingFingerprint,
  isColumnMapping,
  mappingFields,
  tableDocuments,
} from './read/csv/mapping.ts';
export type { TradingPartner, TradingPartners } from './read/edi/partners.ts';
export { documentOfSubject } from './read/json/credential.ts';
export { READ_FROM, readFromOf } from './read/json/read-json.ts';
export {
  type NoticeOptions,
  type NoticeRefusal,
  type ProposedNomination,
  type ReadNotice,
  readNotice,
} from './read/notice/read-notice.ts';
export { originOf } from './read/origin.ts';
export type { ReadDocument, ReadDocumentOf } from './read/read-document.ts';
export { type FileFormat, type ReadFile, type ReadOptions, readFile } from './read/read-file.ts';
export { readSingle } from './read/read-single.ts';
export { maxFileBytes, type SourceFile } from './read/source-text.ts';
export { previewTable, type TablePreview, tableFingerprint } from './read/table-preview.ts';
export * from './schema/air-waybill.ts';
export * from './schema/arrival-notice.ts';
export * from './schema/bill-of-lading.ts';
export * from './schema/certification-of-origin.ts';
export * from './schema/commercial-invoice.ts';
export * from './schema/credit-note.ts';
export * from './schema/custody-transfer.ts';
export * from './schema/delivery-statement.ts';
export * from './schema/despatch-advice.ts';
export * from './schema/document.ts';
export * from './schema/entry-number.ts';
export * from './schema/field.ts';
export * from './schema/freight-manifest.ts';
export * from './schema/heat.ts';
export * from './schema/house-bill-of-lading.ts';
export * from './schema/in-bond-movement.ts';
export * from './schema/intent-to-import.ts';
export * from './schema/liquid.ts';
export * from './schema/liquid-blend.ts';
export * from './schema/liquid-production.ts';
export * from './schema/master-bill-of-lading.ts';
export * from './schema/measurement-ticket.ts';
export * from './schema/metal.ts';
export { type ArticleKind, articleKinds } from './schema/metal-article.ts';
export * from './schema/mill-test-report.ts';
export * from './schema/named-party.ts';
export { documentTypeName, documentTypeNames } from './schema/names.ts';
export * from './schema/order-change.ts';
export * from './schema/order-confirmation.ts';
export * from './schema/organization-identity.ts';
export * from './schema/packing-list.ts';
export {
  IdentifiedPartySchema,
  identifierSchemes,
  type Party,
  PartyIdentifier,
  type PartyIdentifierScheme,
  PartySchema,
} from './schema/party.ts';
export * from './schema/pipeline-allocation.ts';
export * from './schema/pipeline-manifest.ts';
export * from './schema/pipeline-nomination.ts';
export * from './schema/pipeline-profile.ts';
export * from './schema/pipeline-stock.ts';
export * from './schema/pipeline-ticket.ts';
export * from './schema/place.ts';
export * from './schema/postal-despatch-note.ts';
export * from './schema/power-of-attorney.ts';
export * from './schema/processing-record.ts';
export * from './schema/production-statement.ts';
export { publishedSchema, publishedSchemas, schemaId, schemaVersion } from './schema/publish.ts';
export * from './schema/purchase-order.ts';
export * from './schema/rail-waybill.ts';
export * from './schema/regional-value-statement.ts';
export * from './schema/shipment-line.ts';
export * from './schema/shipping-instructions.ts';
export * from './schema/steel-import-license.ts';
export * from './schema/steel-import-license-application.ts';
export * from './schema/title-transfer.ts';
export * from './schema/transport-status.ts';
export * from './schema/truck-bill-of-lading.ts';
export { chargeKinds, incoterms } from './schema/value.ts';
export * from './vocabulary/index.ts';
