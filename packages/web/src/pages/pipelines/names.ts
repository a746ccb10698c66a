import type { PipelineLineDetail } from '@portolan/contract';
import { getAsMember } from '../../app/session.ts';
import { apiOf } from './address.ts';
import { lotName } from './words.ts';

/** What is called what on a line, and by which clock its meter has its days. */
export interface LineNames {
  readonly name: string;
  readonly zone: string;
  /** `Border meter, Neche` for a point of the profile; of any other the last part of its name. */
  readonly point: (id: string) => string;
}

/** Reads the names of a line from its profile. Without a profile moments are told in UTC. */
export async function loadNames(request: Request, line: string | undefined): Promise<PipelineLineDetail> {
  return getAsMember<PipelineLineDetail>(request, apiOf(line));
}

export function namesOf({ name, profile }: PipelineLineDetail): LineNames {
  const points = new Map(
    profile?.document.points.map((point) => [
      point.id,
      [point.name, point.place].filter((part) => part !== undefined).join(', '),
    ]),
  );
  return {
    name,
    zone: profile?.document.zone ?? 'UTC',
    point: (id) => points.get(id) ?? lotName(id),
  };
}
