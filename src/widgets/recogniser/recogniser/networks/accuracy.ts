/** How good each network is, as it was measured: what it is worth that they agree. */
import { drawings, networks, writers } from '../../../../../public/models/lab.json';
import { classic, explainer, recogniser } from '../../../../../public/models/models.json';
import type { GivenDigit } from '@/digits/sheet.ts';
import { inPieces } from '@/islands/in-pieces.ts';
import { argmax, feedforward, scoresOf } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { counted } from '@/words/counts.ts';
import { percent, thousands } from '@/words/numbers.ts';
import type { OurKey } from '../demo-tools.ts';

/** Shares that are read rightly, 0 to 1. */
export interface Accuracy {
  /** Of MNIST's test digits, and of how many of them. */
  readonly mnist: number;
  readonly digits: number;
  /** Of the pen drawings; null where it was not tried on them. */
  readonly pen: number | null;
}

/** All of MNIST's test digits. */
const ALL = 10_000;

/** With all five steps from strokes to 784 numbers: the last setting. */
function recorded(mnist: number, right: readonly number[]): Accuracy {
  return { mnist, digits: ALL, pen: right[right.length - 1] / drawings };
}

/** Of the networks of the site, as they come. */
export const RECORDED: Readonly<Record<OurKey, Accuracy>> = {
  recogniser: recorded(recogniser.mnist.accuracy, networks.recogniser.right),
  classic: recorded(classic.mnist.accuracy, networks.classic.right),
  explainer: recorded(explainer.mnist.accuracy, networks.explainer.right),
};

/** Tries a network on test digits, and lets the page breathe. */
export async function measured(network: Network, digits: readonly GivenDigit[]): Promise<Accuracy> {
  const right = await inPieces(digits.length, (i) => {
    const { pixels, label } = digits[i];
    return Number(argmax(scoresOf(feedforward(network, pixels))) === label);
  });
  const count = right.reduce((sum, one) => sum + one, 0);
  return { mnist: count / digits.length, digits: digits.length, pen: null };
}

/** What the rows give shares of. */
export const MEASURED_ON = `Read rightly: of MNIST’s 10,000 test digits, and of ${thousands(drawings)} pen drawings by ${writers} writers that nothing was chosen on.`;

/** 'MNIST 95.2%, pen 92.1%'; 'MNIST 96.1% of 1,000'. @param steps that it was taught since then */
export function accuracyWords({ mnist, digits, pen }: Accuracy, steps = 0): string {
  const words = [
    `MNIST ${percent(mnist)}`,
    digits < ALL && ` of ${thousands(digits)}`,
    pen !== null && `, pen ${percent(pen)}`,
    steps > 0 && `, before ${counted(steps, 'step')}`,
  ];
  return words.filter((word) => word !== false).join('');
}
