import { isRecord, type Refusal } from '@portolan/kernel';
import { fault, isUrl, items } from './rules.ts';

export interface RelatedResource {
  readonly id: string;
  readonly digestSRI?: string;
  readonly digestMultibase?: string;
}

/**
 * `relatedResource`: objects, each with the URL of a resource, named once, and at least one digest of it (VC Data Model 2.0,
 * section 5.3). Whether the digests hold is for whoever has the resources.
 */
export function relatedResourceFaults(value: unknown): Refusal[] {
  if (value === undefined) return [];
  const seen = new Set<unknown>();
  return items(value, '/relatedResource').flatMap(({ value: resource, path }) => {
    if (!isRecord(resource)) return [fault(path, 'it is not an object', '5.3')];
    const doubled = seen.has(resource.id);
    seen.add(resource.id);
    return resourceFaults(resource, doubled, path);
  });
}

/** The related resources of a credential that has no fault. */
export function relatedResources(value: unknown): RelatedResource[] {
  return value === undefined ? [] : items(value, '').map((item) => item.value as RelatedResource);
}

function resourceFaults(resource: Record<string, unknown>, doubled: boolean, path: string): Refusal[] {
  const { id, digestSRI, digestMultibase, mediaType } = resource;
  return [
    ...(isUrl(id) ? [] : [fault(`${path}/id`, 'its id is not a URL', '5.3')]),
    ...(doubled ? [fault(`${path}/id`, 'the same resource is named twice', '5.3')] : []),
    ...(digestSRI === undefined && digestMultibase === undefined
      ? [fault(path, 'it gives no digest of the resource', '5.3')]
      : []),
    ...[digestSRI, digestMultibase]
      .filter((digest) => digest !== undefined && typeof digest !== 'string')
      .map(() => fault(path, 'its digest is not text', '5.3')),
    ...(mediaType === undefined || typeof mediaType === 'string'
      ? []
      : [fault(`${path}/mediaType`, 'its media type is not text', '5.3')]),
  ];
}
