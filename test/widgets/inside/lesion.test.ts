import { beforeAll, describe, expect, it } from 'vitest';
import { inside as resource, type Inside } from '@/islands/inside.ts';
import { readWithout } from '@/inside/lesions.ts';
import {
  areBlotches,
  lesionWords,
  movedWords,
  neuronsName,
  pointsOf,
  tileWords,
  truthWords,
  verdictWords,
} from '@/widgets/inside/lesion/lesion-words.ts';
import { LesionFigure, type LesionStart } from '@/widgets/inside/lesion/lesion.svelte.ts';

let inside: Inside;
beforeAll(async () => {
  await resource.load();
  inside = resource.value;
});

function figureOf(start: LesionStart = {}, guesses: Record<string, string> = {}) {
  const reader = {
    guesses,
    guess(key: string, value: string): void {
      guesses[key] = value;
    },
  };
  return { figure: new LesionFigure(inside, reader, start), guesses };
}

describe('the figure of lesions', () => {
  it('begins without the neuron that is missed most, and says what that costs', () => {
    const { figure } = figureOf();
    expect(figure.out).toEqual([figure.neuron]);
    const losses = Array.from({ length: figure.count }, (_, j) => figure.lossOf(j));
    expect(figure.lossOf(figure.neuron)).toBe(Math.max(...losses));
    expect(figure.before.accuracy - (figure.after?.accuracy ?? 1)).toBe(
      figure.lossOf(figure.neuron),
    );
    expect(figure.canReset).toBe(false);
  });

  it('counts each lesion anew, for several at once and for either way to hold them', () => {
    const { figure } = figureOf({ out: [] });
    expect(figure.after).toBeNull();
    expect(figure.moved.every((change) => change === 0)).toBe(true);
    figure.toggle(5);
    figure.toggle(2);
    figure.at = 'mean';
    const counted = readWithout(inside.activity, { layer: 0, neurons: [2, 5], at: 'mean' });
    expect(figure.out).toEqual([2, 5]);
    expect(figure.after?.confusion).toEqual(counted.confusion);
    figure.toggle(5);
    expect(figure.out).toEqual([2]);
    figure.putBack();
    expect(figure.after).toBeNull();
  });

  it('goes to layer 2 with all in their places, and passes over what there is not', () => {
    const { figure } = figureOf();
    figure.choose(1);
    expect(figure.out).toEqual([]);
    expect(figure.weightsOf(0).length).toBe(16);
    figure.choose(2);
    expect(figure.layer).toBe(1);
    figure.look(16);
    figure.toggle(-1);
    expect(figure.out).toEqual([]);
  });

  it('comes back by its link, whatever was done', () => {
    const { figure } = figureOf();
    figure.choose(1);
    figure.look(6);
    figure.toggle(6);
    figure.toggle(0);
    figure.at = 'mean';
    figure.part = 'bet';
    const { figure: back } = figureOf();
    back.fromLink(figure.toLink());
    expect(back.toLink()).toEqual(figure.toLink());
    expect([back.layer, back.neuron, back.at, back.part]).toEqual([1, 6, 'mean', 'bet']);
    expect(back.out).toEqual([0, 6]);
    const { figure: empty } = figureOf();
    empty.putBack();
    const { figure: emptied } = figureOf();
    emptied.fromLink(empty.toLink());
    expect(emptied.out).toEqual([]);
  });

  it.each([
    { l: '7', n: '99', out: '1-x', at: 'gone', part: 'nowhere' },
    { out: '' },
    { out: '-3', n: '-1' },
    { out: '1-1-17' },
  ])('takes no nonsense from a link: %o', (params) => {
    const { figure } = figureOf();
    figure.fromLink(params);
    expect(figure.layer).toBe(0);
    expect(figure.neuron).toBeLessThan(16);
    expect(figure.out.every((j) => j >= 0 && j < 16)).toBe(true);
    expect(new Set(figure.out).size).toBe(figure.out.length);
  });

  it('goes back to its first state, and takes back a bet that was made here alone', () => {
    const { figure, guesses } = figureOf();
    figure.wager('digits');
    figure.look(3);
    expect(guesses['layers']).toBe('digits');
    expect(figure.isSettled).toBe(true);
    expect(figure.canReset).toBe(true);
    figure.reset();
    expect(figure.canReset).toBe(false);
    expect(guesses['layers']).toBe('');
    const { figure: later, guesses: kept } = figureOf({}, { layers: 'parts' });
    expect(later.isSettled).toBe(true);
    later.wager('blotches');
    later.reset();
    expect(kept['layers']).toBe('blotches');
  });

  it('keeps the answer until there is a bet, or one asks for it', () => {
    const { figure } = figureOf();
    expect(figure.isSettled).toBe(false);
    figure.showAnswer();
    expect(figure.isSettled).toBe(true);
    expect(figure.toLink()['shown']).toBe('1');
  });

  it('says sums that hold: what outputs hear is what they lose', () => {
    const { figure } = figureOf({ out: [] });
    expect(figure.heard.length).toBe(10);
    const { portrait } = figure;
    expect(portrait.most[0].z).toBe(Math.max(...portrait.zs));
    expect(portrait.least[0].z).toBe(Math.min(...portrait.zs));
  });
});

describe('what the figure says', () => {
  it('counts what is read, before and after', () => {
    const { figure } = figureOf();
    const words = lesionWords(figure.before, figure.after, figure.out, figure.at, figure.neuron);
    const right = Math.round(1000 * (figure.after?.accuracy ?? 0));
    expect(words).toContain(
      `Without neuron ${figure.neuron + 1} the network reads ${right} of the 1,000 digits rightly instead of ${Math.round(1000 * figure.before.accuracy)}.`,
    );
    const [, d, is, was] = /The (\d)s lose most: it reads (\d+) of 100 instead of (\d+)/.exec(
      words,
    ) ?? ['', '', '', ''];
    expect(Number(was)).toBe(figure.before.confusion[11 * Number(d)]);
    expect(Number(is)).toBe(figure.after?.confusion[11 * Number(d)]);
    expect(movedWords(figure.moved)).toMatch(/^Of the \ds it now reads \d+ more/);
  });

  it('says so where nothing is out, and where nobody loses', () => {
    const { figure } = figureOf({ out: [], neuron: 3 });
    expect(lesionWords(figure.before, null, [], 'zero', 3)).toMatch(/^Whole, .* Take neuron 4 out/);
    expect(lesionWords(figure.before, figure.before, [3], 'mean', 3)).toMatch(
      /held at its mean the network still reads .* No digit is read worse/,
    );
    expect(movedWords(new Int32Array(100))).toBe('No answer has moved.');
  });

  it('names neurons from 1', () => {
    expect(neuronsName([1])).toBe('neuron 2');
    expect(neuronsName([1, 4])).toBe('neurons 2 and 5');
    expect(neuronsName([0, 1, 4])).toBe('neurons 1, 2 and 5');
    expect(neuronsName([0, 1, 2, 3, 4])).toBe('five neurons');
  });

  it('writes losses as points', () => {
    expect(pointsOf(0.123)).toBe('−12.3');
    expect(pointsOf(-0.001)).toBe('+0.1');
    expect(tileWords(0, 0, false)).toBe('Neuron 1: without it as many are read');
    expect(tileWords(1, 0.05, true)).toBe('Neuron 2: without it 5.0 points lost, taken out');
    expect(tileWords(1, -0.002, false)).toBe('Neuron 2: without it 0.2 points won');
  });

  it('settles bets by what was measured', () => {
    expect(areBlotches(inside.edges, inside.means)).toBe(true);
    expect(truthWords(inside.edges, inside.means)).toMatch(/^So neither/);
    expect(verdictWords('blotches', true)).toMatch(/came out/);
    expect(verdictWords('parts', true)).toMatch(/You bet on edges/);
    expect(verdictWords(null, true)).toBe('');
    const half = inside.edges.map((match) => ({ ...match, share: 0.6 }));
    expect(truthWords(half, inside.means)).toBe(
      'Of 16 pictures, 16 are at least half of an edge or of a digit.',
    );
  });
});
