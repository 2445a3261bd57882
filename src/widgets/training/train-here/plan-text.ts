/** What a link says of the figure's plan, and of a network that can be trained again from it. */
import { costs } from '@/network/cost.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { NetworkTextError, readNetworkText, writeNetworkText } from '@/reader/network-text.ts';
import { LIMITS } from '@/training/plan.ts';
import type { RunRecord } from '@/training/runs/record.ts';
import { type SharedNetwork, sharedOf } from '@/training/runs/shared.ts';
import { type Part, PARTS, type Slot, SLOTS } from './here-tools.ts';
import { type Draft, FIRST } from './plan-draft.ts';

type Params = Readonly<Record<string, string | undefined>>;

/** How long what was typed into a field may be. */
const MOST_CHARACTERS = 40;

/** What stands in the sentence other than at first, as it was typed: a link may show what cannot be carried out. */
export function writeDraft(draft: Draft): Record<string, string> {
  const changed = Object.entries(draft).filter(
    ([key, value]) => value !== FIRST[key as keyof Draft],
  );
  return Object.fromEntries(
    changed.map(([key, value]) => [key, String(value).slice(0, MOST_CHARACTERS)]),
  );
}

/** The sentence that a link asks for; what does not fit stays as at first. */
export function readDraft(params: Params): Draft {
  const typed = (key: 'hidden' | 'epochs' | 'eta' | 'lambda' | 'seed'): string => {
    const text = params[key];
    return text === undefined || text.length > MOST_CHARACTERS ? FIRST[key] : text;
  };
  const costNames = Object.keys(costs) as Draft['cost'][];
  return {
    hidden: typed('hidden'),
    epochs: typed('epochs'),
    miniBatch: whole(params['miniBatch'], 1, LIMITS.miniBatch) ?? FIRST.miniBatch,
    eta: typed('eta'),
    cost: oneOf(params['cost'], costNames) ?? FIRST.cost,
    start: oneOf(params['start'], ['normal', 'scaled'] as const) ?? FIRST.start,
    lambda: typed('lambda'),
    seed: typed('seed'),
    count: whole(params['count'], 1, LIMITS.count) ?? FIRST.count,
  };
}

/** What of the figure one looks at. */
export interface Look {
  readonly openSlot: Slot | null;
  readonly openNeuron: number | null;
  readonly isWhole: boolean;
  readonly part: Part;
}

export function writeLook(look: Look & { readonly epoch: number | null }): Record<string, string> {
  const { epoch, openSlot, openNeuron, isWhole, part } = look;
  return {
    ...(epoch !== null && { at: String(epoch) }),
    ...(openSlot !== null && { slot: openSlot }),
    ...(openNeuron !== null && { neuron: String(openNeuron) }),
    ...(isWhole && { whole: '1' }),
    ...(part !== 'neurons' && { part }),
  };
}

export function readLook(params: Params): Look {
  return {
    openSlot: oneOf(params['slot'], SLOTS),
    openNeuron: whole(params['neuron'], 0, LIMITS.neurons - 1),
    isWhole: params['whole'] === '1',
    part: oneOf(params['part'], PARTS) ?? 'neurons',
  };
}

export function sharedTextOf(record: RunRecord): string | null {
  return writeNetworkText(sharedOf(record));
}

/** The network that a link names, or in words why it names none. */
export function readSharedText(text: string): SharedNetwork | string {
  try {
    return readNetworkText(text);
  } catch (error) {
    if (error instanceof NetworkTextError) return error.message;
    throw error;
  }
}
