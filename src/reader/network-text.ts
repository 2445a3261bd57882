/**
 * A network in a link: the plan that makes it again, what trained it, and its fingerprint, as short text without any sign that an
 * address would have to escape:
 *
 *     1_30_normal_quadratic_3_10_0_30_1_60000_wait_kernel_0123456789abcdef
 *
 * version, hidden layers, start, cost, eta, mini-batch, lambda, epochs, seed, digits, how the digits came, engine, fingerprint. Layers
 * have '-' between them, or are 'none'; the digits of each epoch, where they came as they could, are 'EPOCH-COUNT' with '.' between.
 */
import { type Growth, PlanError, readPlan } from '@/training/plan.ts';
import { SHORT, type SharedNetwork } from '@/training/runs/shared.ts';
import { decimal, oneOf, whole, wholes } from './codec.ts';

/** Thrown for a text that names no network which could be trained; its message is for the reader. */
export class NetworkTextError extends Error {
  override readonly name = 'NetworkTextError';
}

const VERSION = '1';
const PLACES = 9;
/** Far above what a plan allows: it says itself what is too much, and in which words. */
const MOST = 9_999_999_999;
const MOST_NUMBER = 999_999_999;
/** A list of growth has one entry for each file of digits at most, and this text is far shorter. */
const MOST_CHARACTERS = 400;
const NONE = 'none';

/** @returns null for a plan whose numbers have more than nine places: it cannot be said exactly */
export function writeNetworkText({ plan, engine, fingerprint }: SharedNetwork): string | null {
  const { sizes, start, cost, miniBatch, epochs, seed, count, growth } = plan;
  const eta = writeDecimal(plan.eta);
  const lambda = writeDecimal(plan.lambda);
  if (eta === null || lambda === null || growth === 'as-they-come') return null;
  const hidden = sizes.slice(1, -1).join('-') || NONE;
  const came =
    growth === 'wait' ? growth : growth.map((stage) => `${stage.epoch}-${stage.count}`).join('.');
  const parts = [VERSION, hidden, start, cost, eta, miniBatch, lambda, epochs, seed, count, came];
  const text = [...parts, engine, fingerprint.slice(0, SHORT)].join('_');
  return text.length <= MOST_CHARACTERS ? text : null;
}

/** @throws NetworkTextError for what is no such text, or asks for what cannot be done here */
export function readNetworkText(text: string): SharedNetwork {
  const parts = text.length <= MOST_CHARACTERS ? text.split('_') : [];
  if (parts[0] !== VERSION && /^\d{1,3}$/.test(parts[0] ?? '') && parts.length > 1) {
    throw new NetworkTextError(
      'The link speaks of a network in a way that this page does not know: it was made by another version of it.',
    );
  }
  const [, hidden, start, cost, eta, miniBatch, lambda, epochs, seed, count, came, by, print] =
    parts;
  const engine = oneOf(by, ['kernel', 'network']);
  const isPrint = print !== undefined && print.length === SHORT && /^[0-9a-f]+$/.test(print);
  const inner = readHidden(hidden);
  if (parts.length !== 13 || engine === null || !isPrint || inner === null) {
    throw new NetworkTextError('The link names no network: a part of it is missing or damaged.');
  }
  const asked = {
    sizes: [784, ...inner, 10],
    ...{ start, cost, seed: number(seed), count: number(count), epochs: number(epochs) },
    eta: decimal(eta, PLACES, 0, MOST_NUMBER),
    miniBatch: number(miniBatch),
    lambda: decimal(lambda, PLACES, 0, MOST_NUMBER),
    growth: came === 'wait' ? came : readGrowth(came),
  };
  try {
    return { plan: readPlan(asked), engine, fingerprint: print };
  } catch (cause) {
    if (!(cause instanceof PlanError)) throw cause;
    throw new NetworkTextError(`The network of the link cannot be trained here. ${cause.message}`, {
      cause,
    });
  }
}

/** Digits and at most nine places, from which the same number comes back; null where there are none. */
function writeDecimal(value: number): string | null {
  const text = String(Number(value.toFixed(PLACES)));
  const plain = text.includes('e') ? value.toFixed(PLACES).replace(/0+$/, '') : text;
  return decimal(plain, PLACES, 0, MOST_NUMBER) === value ? plain : null;
}

function number(text: string | undefined): number | null {
  return whole(text, 0, MOST);
}

function readHidden(text: string | undefined): number[] | null {
  if (text === NONE) return [];
  const sizes = text?.split('-').map((size) => whole(size, 0, MOST)) ?? [];
  return sizes.length > 0 && sizes.every((size) => size !== null) ? sizes : null;
}

function readGrowth(text: string | undefined): readonly Growth[] | null {
  const stages = text?.split('.').map((stage) => wholes(stage, '-', [0, MOST], [0, MOST])) ?? [];
  const growth = stages.flatMap((stage) => (stage ? [{ epoch: stage[0], count: stage[1] }] : []));
  return growth.length === stages.length ? growth : null;
}
