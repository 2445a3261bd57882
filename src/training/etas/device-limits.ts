/** How much of the thirty runs a device can bear. */

/** What a browser says of its device. */
export interface Device {
  /** `navigator.hardwareConcurrency`. */
  readonly cores: number;
  /** `navigator.deviceMemory`, in GB, at most 8; undefined where the browser does not say. */
  readonly memory: number | undefined;
  /** Whether it is held in a hand: its finest pointer is a finger. */
  readonly isPhone: boolean;
}

export interface DeviceLimits {
  /** How many workers at once. */
  readonly workers: number;
  /** How many digits a run learns from at most. */
  readonly count: number;
  /** What to tell the reader where that is less than the plan asks for; null where it is not. */
  readonly words: string | null;
}

/** Each worker holds its own digits, some 40 MB for 60,000 with the kernel and what is tested. */
const MOST_WORKERS = 8;
const ALL_ON_A_PHONE = 20_000;

/**
 * One worker a core, up to eight; one alone where there is little memory. On a phone, whose cores are slow and of two kinds, half of
 * them, and runs of fewer digits.
 * @param wanted how many digits the plan learns from
 */
export function deviceLimits({ cores, memory, isPhone }: Device, wanted: number): DeviceLimits {
  const isWeak = memory !== undefined && memory <= 1;
  const usable = (isPhone ? Math.floor(cores / 2) : cores) || 1;
  const workers = isWeak ? 1 : Math.max(1, Math.min(MOST_WORKERS, usable));
  const count = isPhone || isWeak ? Math.min(wanted, ALL_ON_A_PHONE) : wanted;
  const words =
    count < wanted
      ? `On this device each of the runs learns from ${count.toLocaleString('en-GB')} digits, not ${wanted.toLocaleString('en-GB')}, so that they come to an end.`
      : null;
  return { workers, count, words };
}
