import { countedInWords, inWords } from '@/words/counts.ts';
import { formatNumber, percent } from '@/words/numbers.ts';
import type { Candidate, MixtureQuiz, Side } from './neuron-or-mixture.svelte.ts';

/** Whether the guess was right, and what is. Empty before a guess. */
export function verdictWords(quiz: MixtureQuiz): string {
  const { guess, truth, pair } = quiz;
  if (guess === null) return '';
  const { neuron } = pair[truth];
  return `${guess === truth ? 'Right' : 'Wrong'}: on the ${truth} is neuron ${(neuron ?? 0) + 1}.`;
}

/** How it goes, over all rounds. */
export function tallyWords({ answered, right }: MixtureQuiz): string {
  if (answered === 0) return 'Tossing a coin gets half of them right.';
  return `${right === 0 ? 'None' : right === answered && answered > 1 ? 'All' : inWords(right)} right of ${countedInWords(answered, 'guess', 'guesses')}; tossing a coin gets half.`.replace(
    /^[a-z]/,
    (letter) => letter.toUpperCase(),
  );
}

/** What one of the two is, and how well it tells digits. */
export function candidateWords({ neuron, best }: Candidate, count: number): string {
  const name = neuron === null ? `A mixture of all ${count}` : `Neuron ${neuron + 1}`;
  return `${name}. It tells ${best.digit}s best: in ${percent(best.auc)} of pairs.`;
}

/** Who tells digits better, on the whole. Compares what is printed. */
export function wholeWords({ whole, layer, count }: MixtureQuiz): string {
  const [neurons, mixtures] = [whole.neurons, whole.mixtures].map((auc) =>
    formatNumber(100 * auc, 1),
  );
  const who =
    neurons === mixtures
      ? 'neither does better'
      : Number(mixtures) > Number(neurons)
        ? 'the mixtures do better'
        : 'the neurons do better';
  return `In layer ${layer + 1} the best of ${count} neurons tells a digit in ${neurons}% of pairs, as a mean over all ten; the best of ${count} random mixtures in ${mixtures}%: ${who}.`;
}

/** What the picture of a side is to a listener, who is not to be told more than is seen. */
export function pictureWords(side: Side): string {
  return `The weight picture on the ${side}`;
}
