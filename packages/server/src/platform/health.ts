/** The state of one part of the node, as GET /health shows it. */
export interface PartHealth {
  readonly ok: boolean;
  readonly detail?: string;
  readonly [measure: string]: string | number | boolean | null | undefined;
}

export type HealthProbe = () => Promise<PartHealth>;

/** Areas add a probe under their name ('database', 'log', 'outbox') when they are built. */
export interface HealthProbes {
  add(name: string, probe: HealthProbe): void;
  read(): Promise<Record<string, PartHealth>>;
}

const probeTimeoutMs = 2000;

export function createHealthProbes(): HealthProbes {
  const probes = new Map<string, HealthProbe>();
  return {
    add: (name, probe) => void probes.set(name, probe),
    async read() {
      const parts = [...probes].map(async ([name, probe]) => [name, await readProbe(probe)] as const);
      return Object.fromEntries(await Promise.all(parts));
    },
  };
}

/** A probe that throws or hangs means the part is not well. Its error may hold addresses: only its kind is shown. */
async function readProbe(probe: HealthProbe): Promise<PartHealth> {
  const { promise: late, resolve } = Promise.withResolvers<PartHealth>();
  const timer = setTimeout(() => resolve({ ok: false, detail: 'no answer in time' }), probeTimeoutMs);
  try {
    return await Promise.race([probe(), late]);
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.name : 'unknown' };
  } finally {
    clearTimeout(timer);
  }
}
