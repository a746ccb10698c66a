import type { CapabilityView } from '@portolan/contract';

const ACTIONS: Record<CapabilityView['actions'][number], string> = {
  file: 'file entries',
  issue: 'sign documents',
  read: 'read documents',
};

const CAVEATS: Record<keyof CapabilityView['caveat'], string> = {
  types: 'only of type',
  entryTypes: 'only entry type',
  ports: 'only at port',
  programs: 'only of program',
};

/** What a right allows, in one sentence. */
export function limitsInWords({ actions, caveat }: Pick<CapabilityView, 'actions' | 'caveat'>): string {
  const allowed = actions.map((action) => ACTIONS[action]).join(', ');
  const limits = (Object.keys(CAVEATS) as (keyof typeof CAVEATS)[]).flatMap((name) =>
    caveat[name] ? [`${CAVEATS[name]} ${caveat[name].join(' or ')}`] : [],
  );
  return [allowed, ...limits].join('; ');
}

/** Words of a list as a person types them: commas or spaces between. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}
