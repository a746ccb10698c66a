import type { Draft } from '@portolan/contract';
import type { Finding } from '@portolan/programs';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';

/** The last change that can be taken back, in words. */
export interface Undo {
  label: string;
  pointers: readonly string[];
}

export interface DraftEditing extends Action {
  undo: Undo | undefined;
  answer: (typed: Record<string, unknown>) => Promise<void>;
  fix: (finding: Finding) => Promise<void>;
  takeBack: (pointers: readonly string[]) => Promise<void>;
}

/** Changes to a draft: answers and fixes as typed values, each of which can be taken back. */
export function useDraftEditing(draft: Draft): DraftEditing {
  const action = useAction();
  const announce = useAnnounce();
  const [undo, setUndo] = useState<Undo>();
  const patch = async (body: object, label: string, pointers: readonly string[]) => {
    const saved = await action.run(() => call<Draft>('PATCH', `/api/drafts/${draft.id}`, body));
    if (!saved) return;
    setUndo(pointers.length > 0 ? { label, pointers } : undefined);
    announce(label);
  };
  return {
    ...action,
    undo,
    answer: (typed) => patch({ typed }, 'Saved', Object.keys(typed)),
    fix: async (finding) => {
      const typed = finding.fix?.typed ?? {};
      await patch({ typed }, `Done: ${finding.fix?.label ?? 'mended'}`, Object.keys(typed));
    },
    takeBack: (pointers) => patch({ typed: {}, undo: pointers }, 'Taken back', []),
  };
}
