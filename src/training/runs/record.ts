import * as v from 'valibot';
import type { Engine } from '../engine.ts';
import { endsWithin, type Growth, growthList, planSchema, type TrainingPlan } from '../plan.ts';
import type { Network } from '../../network/network.ts';
import type { Point } from '../run.ts';
import type { TrainingState } from '../state.ts';
import { FINGERPRINT, fingerprintOf } from './fingerprint.ts';
import { networkFrom, packParameters } from './parameters.ts';
import { pointsSchema } from './points.ts';

/**
 * How a run ended:
 * - done: at the end of its plan
 * - cut: before, at an epoch's end, since the reader wanted no more of it
 * - failed: it could go no further, and `message` says why: its weights left the numbers
 */
export type RunEnd =
  { readonly kind: 'done' | 'cut' } | { readonly kind: 'failed'; readonly message: string };

/** A run that has trained for an epoch at least, before it has its letter. */
export interface EndedRun {
  readonly plan: TrainingPlan;
  /** How many digits each epoch had, as it came. */
  readonly growth: readonly Growth[];
  /** The start and the ends of its epochs, as far as it came: the last one is the network's. */
  readonly points: readonly Point[];
  /** How long it trained, without the tests, in seconds. */
  readonly seconds: number;
  /** What trained it: the two give networks that differ in their last bits. */
  readonly engine: Engine['name'];
  readonly end: RunEnd;
  /** As it stood at the end of its last sound epoch. */
  readonly network: Network;
  /** `fingerprintOf(network)`. */
  readonly fingerprint: string;
}

/** A run on the shelf. */
export interface RunRecord extends EndedRun {
  /** Counts the runs in the order in which they came, from 0. */
  readonly serial: number;
  /** 'A' to 'Z', one a run. */
  readonly letter: string;
}

/** How many epochs a run has behind it. */
export function epochOf({ points }: Pick<EndedRun, 'points'>): number {
  return Math.floor(points.at(-1)?.at ?? 0);
}

/**
 * What is left of a run that is over, or is to be: it can go on the shelf.
 * @returns null where it has not finished an epoch
 */
export function endedRun(state: TrainingState): EndedRun | null {
  const { plan, points, engine, phase, message } = state;
  const last = state.checkpoints.at(-1);
  if (plan === null || engine === null || last === undefined || last.epoch === 0) return null;
  const until = points.filter(({ at }) => at <= last.epoch);
  return {
    ...{ plan, growth: last.growth, points: until, engine, network: last.network },
    seconds: until.at(-1)?.seconds ?? 0,
    end:
      phase === 'failed'
        ? { kind: 'failed', message: message ?? '' }
        : { kind: last.epoch < plan.epochs ? 'cut' : 'done' },
    fingerprint: fingerprintOf(last.network),
  };
}

/** A run as it is kept: the network as one row of numbers. */
export interface KeptRun extends Omit<RunRecord, 'network'> {
  readonly numbers: Float32Array | Float64Array;
}

export function writeRun({ network, ...rest }: RunRecord): KeptRun {
  return { ...rest, numbers: packParameters(network) };
}

const letter = v.pipe(v.string(), v.regex(/^[A-Z]$/));

const keptRunSchema = v.pipe(
  v.object({
    serial: v.pipe(v.number(), v.integer(), v.minValue(0)),
    letter,
    plan: planSchema,
    growth: growthList,
    points: pointsSchema,
    seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
    engine: v.picklist(['network', 'kernel'] satisfies Engine['name'][]),
    end: v.variant('kind', [
      v.object({ kind: v.picklist(['done', 'cut']) }),
      v.object({ kind: v.literal('failed'), message: v.pipe(v.string(), v.maxLength(500)) }),
    ]),
    fingerprint: v.pipe(v.string(), v.regex(FINGERPRINT)),
    numbers: v.union([v.instance(Float32Array), v.instance(Float64Array)]),
  }),
  v.check((run) => epochOf(run) >= 1 && endsWithin(run.growth, epochOf(run), run.plan.count)),
);

/** A run that was kept; null for what is none, or was damaged. Never throws. */
export function readRun(value: unknown): RunRecord | null {
  const { success, output } = v.safeParse(keptRunSchema, value);
  if (!success) return null;
  const { numbers, ...rest } = output;
  const network = networkFrom(rest.plan.sizes, numbers);
  return network && { ...rest, network };
}
