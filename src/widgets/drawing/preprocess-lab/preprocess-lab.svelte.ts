import record from '../../../../public/models/lab.json';
import {
  ALL_ON,
  SETTINGS,
  settingOf,
  type Stages,
  stagesOf,
  type Step,
  STEPS,
  type Steps,
} from '@/digits/steps.ts';
import type { Drawing } from '@/digits/strokes.ts';
import type { Network } from '@/network/network.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { readImage, type Reading } from '@/recogniser/recognise.ts';
import { bestTwo } from '@/recogniser/verdict.ts';

/** The networks that were measured: the better one first. */
export const MEASURED = ['recogniser', 'classic'] as const;
export type Measured = (typeof MEASURED)[number];
/** Who may read the drawing: those, and the reader's own where there is one. */
export type Name = Measured | 'own';

export const DRAWINGS = record.drawings;
export const WRITERS = record.writers;
const LAST = SETTINGS.length - 1;

export interface LabStart {
  /** The steps that are left out. */
  readonly off?: readonly Step[];
  readonly network?: Measured;
}

/** The share of the real drawings that a network reads with a setting, by its place among SETTINGS. */
export function shareRead(name: Measured, setting: number): number {
  return record.networks[name].right[setting] / DRAWINGS;
}

/** What a step is worth to a network: points of accuracy that are lost where it alone is left out. */
export function worthOf(name: Measured, step: Step): number {
  return 100 * (shareRead(name, LAST) - shareRead(name, LAST - 2 ** STEPS.indexOf(step)));
}

/** The five steps from strokes to 784 numbers on their switches, and what a network makes of what comes out. */
export class PreprocessLab {
  readonly #networks: Readonly<Record<Measured, Network>>;
  readonly #own: () => Network | null;
  readonly #drawing: () => Drawing;
  readonly #start: { readonly steps: Steps; readonly network: Measured };
  #steps = $state.raw<Steps>(ALL_ON);
  #network = $state<Name>('recogniser');

  /** @param own the reader's own network: 784 inputs, ten outputs @param drawing what goes the way */
  constructor(
    networks: Readonly<Record<Measured, Network>>,
    own: () => Network | null,
    drawing: () => Drawing,
    { off = [], network = 'recogniser' }: LabStart = {},
  ) {
    this.#networks = networks;
    this.#own = own;
    this.#drawing = drawing;
    const steps = Object.fromEntries(
      STEPS.map((step) => [step, !off.includes(step)]),
    ) as unknown as Steps;
    this.#start = { steps, network };
    this.reset();
  }

  /** Who reads: the recogniser, where the reader's own was chosen and is gone. */
  get network(): Name {
    return this.#network === 'own' && this.#own() === null ? 'recogniser' : this.#network;
  }
  set network(name: Name) {
    this.#network = name;
  }
  get names(): readonly Name[] {
    return this.#own() === null ? MEASURED : [...MEASURED, 'own'];
  }
  get #reader(): Network {
    const { network } = this;
    return network === 'own' ? (this.#own() ?? this.#networks.recogniser) : this.#networks[network];
  }

  get steps(): Steps {
    return this.#steps;
  }
  /** The place of what is switched on among SETTINGS. */
  get setting(): number {
    return settingOf(this.#steps);
  }
  get isAllOn(): boolean {
    return this.setting === LAST;
  }
  readonly stages: Stages = $derived.by(() => stagesOf(this.#drawing(), this.#steps));
  readonly reading: Reading = $derived.by(() => readImage(this.#reader, this.stages.pixels));
  /** The same with every step on. */
  readonly whole: Reading = $derived.by(() =>
    readImage(this.#reader, stagesOf(this.#drawing(), ALL_ON).pixels),
  );
  /** What the network takes the drawing for with every step on. */
  get digit(): number {
    return bestTwo(this.whole.scores)[0];
  }
  /** The shares of real drawings that the network reads: as it is set now, with every step on, and with none; null where it was not measured. */
  get shares(): { readonly now: number; readonly all: number; readonly none: number } | null {
    const { network, setting } = this;
    if (network === 'own') return null;
    const share = (at: number): number => shareRead(network, at);
    return { now: share(setting), all: share(LAST), none: share(0) };
  }

  turn(step: Step, isOn: boolean): void {
    this.#steps = { ...this.#steps, [step]: isOn };
  }
  allOn(): void {
    this.#steps = ALL_ON;
  }

  get canReset(): boolean {
    return this.setting !== settingOf(this.#start.steps) || this.network !== this.#start.network;
  }
  reset(): void {
    this.#steps = this.#start.steps;
    this.network = this.#start.network;
  }

  toLink(): Record<string, string> {
    return {
      ...(this.setting !== settingOf(this.#start.steps) && { steps: String(this.setting) }),
      ...(this.network !== this.#start.network && { net: this.network }),
    };
  }
  fromLink({ steps, net }: Readonly<Record<string, string | undefined>>): void {
    const setting = whole(steps, 0, LAST);
    if (setting !== null) this.#steps = SETTINGS[setting];
    this.network = oneOf(net, [...MEASURED, 'own'] as const) ?? this.network;
  }
}
