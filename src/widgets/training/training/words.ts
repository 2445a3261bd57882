import type { Kept } from '@/training/kept.ts';
import type { TrainingState } from '@/training/state.ts';
import { formatNumber, percent, thousands } from '@/words/numbers.ts';
import { capital } from '@/words/english.ts';
import { counted } from '@/words/counts.ts';

/** Millions of bytes: 3,640,000 is "3.6 MB". */
export function megabytes(bytes: number): string {
  return `${formatNumber(bytes / 1e6, 1)} MB`;
}

/** Digits a second, to three digits: anything more is noise. */
export function pace(digits: number): string {
  return digits > 0 ? thousands(Number(digits.toPrecision(3))) : '–';
}

/** How far the run is: "12 of 30 epochs", with the mini-batches that are over since. */
export function soFar({ plan, progress }: TrainingState): string {
  const epochs = `${thousands(progress.epoch)} of ${counted(plan?.epochs ?? 0, 'epoch')}`;
  return progress.step === 0
    ? epochs
    : `${epochs} and ${counted(progress.step, 'mini-batch', 'mini-batches')}`;
}

/** What there is to say of a run that a page before this one has left. */
export function ofKept({ plan, past }: Kept): string {
  return `The last run on this device came to ${thousands(past.epoch)} of ${counted(plan.epochs, 'epoch')}. It can be trained again as it was, to the last bit.`;
}

/** The state in a sentence or two. */
export function sentence(state: TrainingState): string {
  const { phase, message, latest, isWaiting, digits, progress } = state;
  const reads = latest ? ` It reads ${percent(latest.test.accuracy)} of the test digits.` : '';
  switch (phase) {
    case 'idle':
      return state.kept ? ofKept(state.kept) : 'Nothing is trained yet.';
    case 'running':
      if (isWaiting || !latest) {
        return digits.trouble === null
          ? 'The digits are on their way.'
          : 'It waits for the digits.';
      }
      return `Training: ${soFar(state)}.${reads}`;
    case 'paused':
      return `Paused after ${soFar(state)}.${reads}`;
    case 'done':
      return `Done: ${counted(progress.epoch, 'epoch')}.${reads}`;
    case 'cancelled':
      return `Cancelled after ${soFar(state)}.${reads}`;
    case 'failed':
      return `It cannot go on. ${message ?? ''} What it had learned before is still here.`;
    case 'lost':
      return `${message ?? ''} Nothing is lost up to epoch ${thousands(progress.epoch)}; Resume goes on from there.`;
  }
}

/** What a listener is told: when something begins, rests or fails, and not at each epoch. */
export function spoken(state: TrainingState): string {
  if (state.phase === 'idle') return '';
  if (state.phase !== 'running') return sentence(state);
  if (state.digits.trouble !== null) return trouble(state);
  return state.isWaiting || !state.latest ? 'The digits are on their way.' : 'Training.';
}

/** Why digits are missing, and what the run makes of it; empty where none are. */
export function trouble({ digits, isWaiting, phase }: TrainingState): string {
  if (digits.trouble === null) return '';
  const what = digits.train > 0 ? 'The rest of the digits' : 'The digits';
  const meanwhile =
    phase === 'running' && !isWaiting
      ? ` It goes on with the ${thousands(digits.train)} that are here.`
      : '';
  return `${what} did not come. ${digits.trouble}${meanwhile}`;
}

/** The button that begins. @param missing how many bytes it would fetch */
export function beginning({ phase }: TrainingState, missing: number): string {
  const verb = phase === 'idle' ? 'train' : 'train again';
  if (missing > 0) return `Fetch ${megabytes(missing)} and ${verb}`;
  return capital(verb);
}
