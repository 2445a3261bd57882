import { costs } from '../network/cost.ts';
import { createNetwork, type Network } from '../network/network.ts';
import { createRandom, type Random } from '../network/random.ts';
import type { Descent } from '../network/sgd.ts';
import type { Engine, TestSet, Trainer } from './engine.ts';
import { countAt, digitsFor, type Growth, PlanError, type TrainingPlan } from './plan.ts';

/** What is known of a run's first epochs: how many digits each had. With it they can be run again, to the last bit. */
export interface Past {
  /** How many epochs. */
  readonly epoch: number;
  readonly growth: readonly Growth[];
}

/** A run as it stood at the end of an epoch, or at its start, epoch 0: from here it can go on. */
export interface Checkpoint extends Past {
  readonly network: Network;
}

/** How a network does on a set. */
export interface Score {
  /** 0 to 1. */
  readonly accuracy: number;
  /** The mean cost of a digit, L2 left out. */
  readonly cost: number;
}

/** Where a curve passes. */
export interface Point extends Readonly<Record<TestSet, Score>> {
  /** In epochs: 2.5 is the middle of the third. */
  readonly at: number;
  /** How long the run had trained by then, without the tests. */
  readonly seconds: number;
  /** Of each digit, 0 to 9, the share of the test digits that is read rightly; NaN of one that is not among them. */
  readonly recall: readonly number[];
}

/**
 * One run of training on an engine: the mini-batches of network/sgd's `epochs`, from the same seed, but to be had in portions. It
 * learns when it is told to and knows where it stands; when to go on is the caller's affair.
 */
export class Run {
  readonly plan: TrainingPlan;
  readonly #engine: Engine;
  readonly #trainer: Trainer;
  readonly #random: Random;
  readonly #descent: Descent;
  readonly #past: Past;
  #growth: Growth[] = [];
  #order = new Uint32Array(0);
  #epoch = 0;
  #step = 0;
  #checkpoint: Checkpoint;

  /**
   * @param plan one that readPlan has let pass
   * @param from where the run goes on: with a network from there, without one it repeats what is past first
   * @throws Error in words for the reader, where the engine cannot hold the network
   */
  constructor(plan: TrainingPlan, engine: Engine, from?: Past | Checkpoint) {
    this.plan = plan;
    this.#engine = engine;
    this.#past = from ?? { epoch: 0, growth: [] };
    this.#random = createRandom(plan.seed);
    this.#descent = { ...plan, cost: costs[plan.cost] };
    let network = createNetwork(plan.sizes, plan.start, this.#random);
    if (from && 'network' in from) {
      network = from.network;
      if (network.sizes.join() !== plan.sizes.join() || from.epoch > plan.epochs) {
        throw new PlanError('The checkpoint belongs to another plan.');
      }
      while (this.#epoch < from.epoch) {
        this.#shuffle(countOf(from, this.#epoch + 1));
        this.#epoch++;
      }
    }
    this.#trainer = engine.open(network);
    this.#checkpoint = { epoch: this.#epoch, network, growth: this.#growth };
  }

  /** How many epochs are over. */
  get epoch(): number {
    return this.#epoch;
  }

  /** How many mini-batches of the next epoch are over; 0 between epochs. */
  get step(): number {
    return this.#step;
  }

  /** How many digits this epoch has; the last one, between epochs. */
  get count(): number {
    return this.#order.length;
  }

  get isDone(): boolean {
    return this.#epoch >= this.plan.epochs;
  }

  /** Whether it cannot go on before more digits have come. */
  get isWaiting(): boolean {
    if (this.#step > 0 || this.isDone) return false;
    return !this.canBeTested || this.#digitsForNext() === 0;
  }

  /** Whether there are digits to test on. */
  get canBeTested(): boolean {
    return this.#engine.count('test') > 0 && this.#engine.count('train') > 0;
  }

  /** How it stood at the end of the last epoch. */
  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  /**
   * Learns from up to `most` further mini-batches, but not beyond the end of an epoch. Call it when it neither waits nor is done.
   * @returns how many digits it learned from
   * @throws Error in words for the reader, when the weights have grown beyond all numbers; the checkpoint is then the last good one
   */
  learn(most: number): number {
    if (this.#step === 0) this.#shuffle(this.#digitsForNext());
    const { miniBatch } = this.plan;
    const start = this.#step * miniBatch;
    const batches = this.#order.subarray(start, start + most * miniBatch);
    this.#trainer.descend(batches, this.#descent, this.#order.length);
    this.#step += Math.ceil(batches.length / miniBatch);
    if (start + batches.length === this.#order.length) {
      const network = this.#trainer.settle();
      this.#epoch++;
      this.#step = 0;
      this.#checkpoint = { epoch: this.#epoch, network, growth: [...this.#growth] };
    }
    return batches.length;
  }

  /**
   * Tests the network as it stands, a portion of digits at a time, with a rest after each.
   * @throws Error in words for the reader, when its weights have grown beyond all numbers
   */
  *test(): Generator<void, Omit<Point, 'seconds'>> {
    const at = this.#epoch + (this.#step * this.plan.miniBatch) / Math.max(1, this.count);
    const { recall, ...test } = yield* this.#score('test');
    const { accuracy, cost } = yield* this.#score('seen');
    return { at, test, seen: { accuracy, cost }, recall };
  }

  /** Gives its memory back. It must not be used any more. */
  close(): void {
    this.#trainer.close();
  }

  *#score(set: TestSet): Generator<void, Score & Pick<Point, 'recall'>> {
    let count = 0;
    let right = 0;
    let cost = 0;
    const nOut = this.plan.sizes[this.plan.sizes.length - 1];
    const hits = new Array<number>(nOut).fill(0);
    const counts = new Array<number>(nOut).fill(0);
    for (let i = 0; i < this.#trainer.portions(set); i++) {
      const portion = this.#trainer.test(set, i, this.#descent.cost);
      count += portion.count;
      right += portion.accuracy * portion.count;
      cost += portion.cost * portion.count;
      portion.confusion.forEach((n, at) => {
        const label = Math.floor(at / nOut);
        counts[label] += n;
        if (at % nOut === label) hits[label] += n;
      });
      yield;
    }
    // Weights may leave the numbers in the middle of an epoch, and come to be tested before its end finds them out.
    if (!Number.isFinite(cost) || !Number.isFinite(right)) throw new RangeError(BEYOND);
    const recall = hits.map((n, label) => n / counts[label]);
    return { accuracy: Math.round(right) / count, cost: cost / count, recall };
  }

  /** How many digits the next epoch learns from; 0 where they have not come yet. */
  #digitsForNext(): number {
    const epoch = this.#epoch + 1;
    const here = this.#engine.count('train');
    if (epoch > this.#past.epoch) return digitsFor(this.plan, epoch, here);
    const wanted = countOf(this.#past, epoch);
    return here >= wanted ? wanted : 0;
  }

  /** Puts the digits of the next epoch into their order; as long as they are as many, the last epoch's is shuffled further. */
  #shuffle(count: number): void {
    if (count !== this.#order.length) {
      this.#order = Uint32Array.from({ length: count }, (_, i) => i);
      this.#growth.push({ epoch: this.#epoch + 1, count });
    }
    this.#random.shuffle(this.#order);
  }
}

const BEYOND = 'The weights have grown beyond all numbers.';

/** How many digits an epoch had that is past. */
function countOf({ growth }: Past, epoch: number): number {
  const count = countAt(growth, epoch);
  if (count !== undefined) return count;
  throw new PlanError('What is known of the run does not say how many digits it had.');
}
