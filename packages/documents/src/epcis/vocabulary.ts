/** Values of the Core Business Vocabulary 2.0.1 that stand as bare words in JSON. Source: GS1 CBV 2.0, sections 7.1 to 7.6. */
export const bizSteps = words(`
  accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning
  departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing killing loading other
  packing picking receiving removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting shipping
  staging_outbound stock_taking stocking storing transporting unloading unpacking void_shipping`);

export const dispositions = words(`
  active available completeness_inferred completeness_verified conformant container_closed container_open damaged destroyed
  dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance mismatch_quantity
  needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold
  returned sellable_accessible sellable_not_accessible stolen unavailable unknown`);

export const transactionTypes = words(
  'bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt',
);

export const sourceDestinationTypes = words('owning_party possessing_party location');

export const errorReasons = words('did_not_occur incorrect_data');

export const actions = words('ADD OBSERVE DELETE');

/** A vocabulary as it may be written: bare, as a CBV URN, or as the web address of the term. */
export interface Vocabulary {
  readonly values: ReadonlySet<string>;
  /** 'bizstep' in urn:epcglobal:cbv:bizstep:shipping. */
  readonly urn: string;
  /** 'BizStep' in https://ref.gs1.org/cbv/BizStep-shipping. */
  readonly web: string;
}

export const vocabularies = {
  bizStep: { values: bizSteps, urn: 'bizstep', web: 'BizStep' },
  disposition: { values: dispositions, urn: 'disp', web: 'Disp' },
  transactionType: { values: transactionTypes, urn: 'btt', web: 'BTT' },
  sourceDestinationType: { values: sourceDestinationTypes, urn: 'sdt', web: 'SDT' },
  errorReason: { values: errorReasons, urn: 'er', web: 'ER' },
} as const satisfies Record<string, Vocabulary>;

/** The bare word of a standard value however it is written; the text itself for values of one's own. */
export function bareValue(text: string, { urn, web }: Vocabulary): string {
  for (const start of [`urn:epcglobal:cbv:${urn}:`, `https://ref.gs1.org/cbv/${web}-`, `cbv:${web}-`])
    if (text.startsWith(start)) return text.slice(start.length);
  return text;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
