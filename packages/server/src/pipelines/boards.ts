import { type PipelineBoard, type Program, programs } from '@portolan/programs';

/** A program that makes something of the papers of pipelines. */
export interface Board {
  readonly program: string;
  readonly board: PipelineBoard;
}

/** The programs of this node that have a pipeline, in their order. */
export const boards: readonly Board[] = (programs as readonly Program[]).flatMap(({ id, pipeline }) =>
  pipeline ? [{ program: id, board: pipeline }] : [],
);

/** Types of papers that any of them reads. */
export const pipelineTypes: ReadonlySet<string> = new Set(boards.flatMap(({ board }) => board.reads));

/** The program whose lines carry this; the first one where nothing is known of what a line carries. */
export function boardFor(commodity: string | null): Board | undefined {
  return boards.find(({ board }) => commodity !== null && board.carries(commodity)) ?? boards[0];
}
