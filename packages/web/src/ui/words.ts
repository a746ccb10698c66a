import type { Fault } from '@portolan/kernel';

const FAULTS: Record<Fault, string> = {
  sender: 'For whoever sent the file to mend',
  signer: 'For the signer to mend',
  issuer: 'For the issuer of the document to mend',
  filer: 'For the filer to mend',
  holder: 'For the holder of the evidence to mend',
  agency: 'For the agency to mend',
  node: 'For the operator of this node to mend',
};

/** Who can mend a refusal, in words. */
export function faultWords(fault: Fault): string {
  return FAULTS[fault];
}
