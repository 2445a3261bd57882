/** What the figure says: of a run, of a plan, of the thirty, and of what went wrong. A word between two ** stands out. */
import type { EtaState } from '@/training/etas/eta-runs.ts';
import type { Kept } from '@/training/kept.ts';
import type { TrainingPlan } from '@/training/plan.ts';
import type { Point } from '@/training/run.ts';
import type { TrainingState } from '@/training/state.ts';
import { counted } from '@/words/counts.ts';
import { formatNumber, percent, plain, thousands, upTo } from '@/words/numbers.ts';
import { type Row, worstOf } from './rows.ts';

export { megabytes } from '@/words/bytes.ts';

/** Seconds, with more places while there are few. */
export function secondsOf(seconds: number): string {
  if (seconds >= 20) return `${thousands(Math.round(seconds))} s`;
  return `${formatNumber(seconds, 1)} s`;
}

/** An accuracy as runs are compared by it. */
export const share = (accuracy: number): string => percent(accuracy, 2);

const sizesOf = ({ sizes }: TrainingPlan): string => sizes.join('-');
const startOf = ({ start }: TrainingPlan): string => `${start} start`;

/** A plan in a few words. */
export function planWords(plan: TrainingPlan): string {
  const lambda = plan.lambda === 0 ? '' : `, λ ${plain(plan.lambda)}`;
  return `${sizesOf(plan)}, η ${plain(plan.eta)}, ${plan.cost}, ${startOf(plan)}${lambda}`;
}

/** How a plan differs from the first; 'the same' where it does not. */
export function differences(plan: TrainingPlan, first: TrainingPlan): string {
  const words: string[] = [];
  const say = (field: keyof TrainingPlan, what: string): void => {
    if (JSON.stringify(plan[field]) !== JSON.stringify(first[field])) words.push(what);
  };
  say('sizes', sizesOf(plan));
  say('start', startOf(plan));
  say('cost', plan.cost);
  say('eta', `η ${plain(plan.eta)}`);
  say('lambda', plan.lambda === 0 ? 'no L2' : `λ ${plain(plan.lambda)}`);
  say('miniBatch', `mini-batches of ${thousands(plan.miniBatch)}`);
  say('epochs', counted(plan.epochs, 'epoch'));
  say('count', `${thousands(plan.count)} digits`);
  say('seed', `seed ${plan.seed}`);
  return words.join(', ') || 'the same';
}

/** How far along: 'epoch 12 of 30', with the mini-batches that are over since. */
export function soFar({ plan, progress }: TrainingState): string {
  const epochs = `epoch ${thousands(progress.epoch)} of ${thousands(plan?.epochs ?? 0)}`;
  if (progress.step === 0) return epochs;
  return `${epochs} and ${counted(progress.step, 'mini-batch', 'mini-batches')}`;
}

/** After how many epochs a point lies, mid-sentence: 'before any training', 'after 5 epochs'. */
function after(at: number): string {
  if (at === 0) return 'before any training';
  return `after ${counted(Number(upTo(3, at)), 'epoch')}`;
}

function worst(point: Point): string {
  const digit = worstOf(point);
  if (digit === null) return '';
  return ` The ${digit} is its worst, at ${percent(point.recall[digit], 0)}.`;
}

/** A run that is at rest, at the point that is looked at. @param ending how it ended, where its network has been asked */
export function atRest(row: Row, point: Point | null, ending: string | null = null): string {
  if (point === null) {
    if (row.end?.kind !== 'failed') return 'Nothing is trained yet.';
    return `It could not begin. ${row.end.message} A smaller network or fewer digits may do.`;
  }
  const { test, seen, at } = point;
  const last = row.points.at(-1)?.at ?? 0;
  const isEnd = at === last;
  const time =
    isEnd && row.seconds !== null && row.seconds > 0
      ? ` and ${formatNumber(row.seconds, 2)} seconds`
      : '';
  const reads = isEnd ? 'reads' : 'read';
  const knows = isEnd ? 'knows' : 'knew';
  return (
    `With η = ${plain(row.plan.eta)} it ${reads} **${share(test.accuracy)}** of ten thousand digits that it never saw, ${after(at)}${time}. ` +
    `It ${knows} ${share(seen.accuracy)} of those it learned from.${worst(point)}${isEnd ? (ending ?? endWords(row)) : ''}`
  );
}

/** Why a run ended where it did, or what it is stuck at; empty where there is nothing to say. */
function endWords({ end, points, plan }: Row): string {
  const last = points.at(-1);
  if (!last) return '';
  if (end?.kind === 'failed') {
    return ` It could not go on: ${end.message} This is its last sound epoch.`;
  }
  if (end?.kind === 'cut') return ` It was ended there, of ${counted(plan.epochs, 'epoch')}.`;
  const { accuracy, cost } = last.test;
  if (plan.cost !== 'quadratic' || accuracy > 0.15 || last.at < 1) return '';
  if (Math.abs(cost - 0.5) < 0.005) {
    return ' Its mean cost is 0.50: all ten outputs are stuck near 0, and it guesses.';
  }
  if (Math.abs(cost - 0.9) < 0.02) {
    return ` Its mean cost is ${formatNumber(cost, 2)}: one output is stuck near 1, the others near 0, and it guesses.`;
  }
  return '';
}

/** A run in training, or resting on its way. */
export function underWay(state: TrainingState, point: Point | null): string {
  const { phase, plan, progress, latest, digits, message } = state;
  if (phase === 'lost') {
    return `${message ?? ''} Nothing is lost up to epoch ${thousands(progress.epoch)}: it goes on from there.`;
  }
  if (phase === 'running' && digits.trouble !== null) {
    return `${troubleWords(state)} It waits for them.`;
  }
  const seen = progress.epoch * (plan?.count ?? 0) + progress.step * (plan?.miniBatch ?? 0);
  const isOnItsWay = phase === 'running' && seen === 0 && digits.train < (plan?.count ?? 0);
  if (!latest || !point || !plan || isOnItsWay) return 'The digits are on their way.';
  const where = phase === 'running' ? 'Epoch' : 'Paused after epoch';
  const step =
    phase !== 'running' && progress.step > 0
      ? ` and ${counted(progress.step, 'mini-batch', 'mini-batches')}`
      : '';
  if (point.at < latest.at) {
    return `Looking back ${after(point.at)}: it read **${share(point.test.accuracy)}** of the new digits.${worst(point)}`;
  }
  return `${where} ${thousands(progress.epoch)}${step} of ${thousands(plan.epochs)}. It has seen ${counted(seen, 'digit')} and reads **${share(latest.test.accuracy)}** of the new ones.${worst(latest)}`;
}

/** What a listener is told of a run in training: when it begins, at every fifth epoch, when it rests, and when something is wrong. */
export function spoken(state: TrainingState, words: string): string {
  if (state.phase !== 'running') return words.replaceAll('**', '');
  const trouble = troubleWords(state);
  if (trouble !== '') return trouble;
  if (state.isWaiting || !state.latest) return 'The digits are on their way.';
  const fifth = Math.floor(state.progress.epoch / 5) * 5;
  const point = fifth > 0 ? state.points.find(({ at }) => at === fifth) : undefined;
  if (!point) return 'Training.';
  return `Epoch ${thousands(fifth)} of ${thousands(state.plan?.epochs ?? 0)}: ${share(point.test.accuracy)} of the new digits.`;
}

/** Why digits are missing; empty where none are. */
export function troubleWords({ digits }: TrainingState): string {
  if (digits.trouble === null) return '';
  const what = digits.train > 0 ? 'The rest of the digits' : 'The digits';
  return `${what} did not come. ${digits.trouble}`;
}

/** What there is to say of a run that a page before this one has left. */
export function keptWords({ plan, past }: Kept): string {
  return `A run was cut short on this device after ${thousands(past.epoch)} of ${counted(plan.epochs, 'epoch')}: ${planWords(plan)}. It can be trained again to there, to the last bit, and go on.`;
}

/** Said where the fast trainer does not run. */
export const NO_VECTORS =
  'This browser has no vectors for the fast trainer: the network is trained in plain JavaScript, many times as slowly.';

/** The thirty, as they stand; empty while nothing is under way or was broken off. */
export function thirtyWords({ phase, done, etas, message }: EtaState): string {
  switch (phase) {
    case 'fetching':
      return 'The digits are on their way.';
    case 'running':
      return `${done} of ${etas.length} runs are done.`;
    case 'stopped':
      return `Stopped with ${done} of ${etas.length} runs done.`;
    case 'failed':
      return `${message ?? ''}${done > 0 ? ` ${counted(done, 'run')} stayed.` : ''}`;
    default:
      return '';
  }
}
