/** A network as a link carries it: not its weights, but what makes them again. */
import type { TrainingClient } from '../client.ts';
import type { Engine } from '../engine.ts';
import type { TrainingPlan } from '../plan.ts';
import type { Network } from '../../network/network.ts';
import type { TrainingState } from '../state.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type EndedRun, epochOf } from './record.ts';

export interface SharedNetwork {
  /** Ends where the network stood, and says how many digits each epoch had, where they came as they could. */
  readonly plan: TrainingPlan;
  /** What trained it; the other engine's network differs in its last bits. */
  readonly engine: Engine['name'];
  /** The first digits of its fingerprint, 16 or more of them. */
  readonly fingerprint: string;
}

/** How many hexadecimal digits of a fingerprint travel: two networks that agree in 64 bits by chance are not met with. */
export const SHORT = 16;

/** What has to travel of a run, so that its network can be trained again. */
export function sharedOf(
  run: Pick<EndedRun, 'plan' | 'growth' | 'points' | 'engine' | 'fingerprint'>,
): SharedNetwork {
  const { plan, growth, engine, fingerprint } = run;
  return {
    plan: {
      ...plan,
      epochs: epochOf(run),
      growth: plan.growth === 'wait' ? 'wait' : growth,
    },
    engine,
    fingerprint: fingerprint.slice(0, SHORT),
  };
}

/** What came of training a shared network again. */
export type Rebuilt =
  | {
      readonly kind: 'same';
      readonly network: Network;
      readonly fingerprint: string;
      readonly words: string;
    }
  | {
      readonly kind: 'differs';
      readonly network: Network;
      readonly fingerprint: string;
      /** What trained it here. */
      readonly engine: Engine['name'] | null;
      readonly words: string;
    }
  | { readonly kind: 'stopped'; readonly words: string };

/** How far it has come, 0 to 1. */
export function rebuiltShare({ plan, progress }: TrainingState): number {
  if (plan === null) return 0;
  const within = progress.count === 0 ? 0 : (progress.step * plan.miniBatch) / progress.count;
  return Math.min(1, (progress.epoch + within) / plan.epochs);
}

/**
 * Trains a shared network again and compares fingerprints. Progress is the client's own: `watch` it and ask `rebuiltShare`. It may be
 * paused and go on, its worker may be lost and come back; who cancels it or begins another run ends it.
 * @throws PlanError for a plan that cannot be carried out
 */
export async function rebuild(client: TrainingClient, shared: SharedNetwork): Promise<Rebuilt> {
  client.start(shared.plan);
  const state = await ended(client);
  const last = state.checkpoints.at(-1);
  if (state.phase !== 'done' || last?.epoch !== shared.plan.epochs) {
    const why = state.phase === 'failed' && state.message !== null ? ` ${state.message}` : '';
    return { kind: 'stopped', words: `The network was not trained to its end.${why}` };
  }
  const { network } = last;
  const fingerprint = fingerprintOf(network);
  if (fingerprint.startsWith(shared.fingerprint)) {
    return {
      kind: 'same',
      network,
      fingerprint,
      words: 'It is the same network, to the last bit.',
    };
  }
  const { engine } = state;
  return { kind: 'differs', network, fingerprint, engine, words: differs(engine, shared.engine) };
}

function differs(here: Engine['name'] | null, there: Engine['name']): string {
  const plain = 'This is not the same network: its fingerprint is another.';
  if (here === there)
    return `${plain} The link was changed, or made by another version of this page.`;
  return here === 'network'
    ? `${plain} It was trained in vectors of single precision, which this browser does not have, so the last digits of its weights differ.`
    : `${plain} It was trained in a browser without vectors, in double precision, so the last digits of its weights differ.`;
}

/** The state in which the run under way comes to its end; a lost worker is none, for the run can go on. */
function ended(client: TrainingClient): Promise<TrainingState> {
  const { plan } = client.state;
  return new Promise((resolve) => {
    const stop = client.watch((state) => {
      const isOver = ['done', 'failed', 'cancelled', 'idle'].includes(state.phase);
      if (!isOver && state.plan === plan) return;
      stop();
      resolve(state.plan === plan ? state : { ...state, phase: 'cancelled' });
    });
  });
}
