import type { Examples } from '../../network/examples.ts';
import type { Network } from '../../network/network.ts';
import { type Activity, activityOf } from '../activity.ts';
import { type Lesion, readWithout, type Reading, type Summary, wholeReading } from '../lesions.ts';

/** Reads digits with neurons taken out: what the layers before them do is worked out once a network, and kept. */
export class LesionDesk {
  readonly #digits: Examples;
  #known: { readonly key: number; readonly activity: Activity; readonly whole: Summary } | null =
    null;

  constructor(digits: Examples) {
    this.#digits = digits;
  }

  /**
   * @param key another one for each network
   * @throws ShapeError for a network that the digits do not fit, or a lesion that is not of a hidden layer of it
   */
  read(
    key: number,
    network: Network,
    lesions: readonly Lesion[],
  ): { readonly whole: Summary; readonly lesioned: readonly Summary[] } {
    if (this.#known?.key !== key) {
      const activity = activityOf(network, this.#digits);
      this.#known = { key, activity, whole: summaryOf(wholeReading(activity)) };
    }
    const { activity, whole } = this.#known;
    return { whole, lesioned: lesions.map((lesion) => summaryOf(readWithout(activity, lesion))) };
  }
}

function summaryOf({ accuracy, recall, confusion }: Reading): Summary {
  return { accuracy, recall, confusion };
}
