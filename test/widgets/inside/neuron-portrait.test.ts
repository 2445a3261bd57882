import { beforeAll, describe, expect, it } from 'vitest';
import { inside as resource, type Inside } from '@/islands/inside.ts';
import { PortraitFigure } from '@/widgets/inside/neuron-portrait/neuron-portrait.svelte.ts';
import { portraitWords } from '@/widgets/inside/neuron-portrait/portrait-words.ts';
import { FakeReader } from './inside-figures.ts';

let inside: Inside;
beforeAll(async () => {
  await resource.load();
  inside = resource.value;
});

function figureOf(reader = new FakeReader()) {
  return { figure: new PortraitFigure(() => inside, reader), reader };
}

describe('the figure of a neuron', () => {
  it('looks at the neuron that is missed most, until one is chosen, and then at that in all figures', () => {
    const { figure, reader } = figureOf();
    const losses = inside.losses[0].zero;
    expect(losses[figure.neuron]).toBe(Math.max(...losses));
    figure.look(3);
    expect([figure.neuron, reader.neuronOf(1)]).toEqual([3, 3]);
    figure.look(-1);
    figure.look(16);
    expect(figure.neuron).toBe(3);
    const { figure: other } = figureOf(reader);
    expect(other.neuron).toBe(3);
  });

  it('has the digits at both ends of its z', () => {
    const { figure } = figureOf();
    const { portrait } = figure;
    expect(portrait.most[0].z).toBe(Math.max(...portrait.zs));
    expect(portrait.least[0].z).toBe(Math.min(...portrait.zs));
    expect(figure.heard.length).toBe(10);
    expect(figure.firing.reduce((sum, { of }) => sum + of, 0)).toBe(1000);
    expect(figure.firing.reduce((sum, { fires }) => sum + fires, 0)).toBe(
      portrait.zs.filter((z) => z > 0).length,
    );
  });

  it.each([0, 1])('says of each neuron of layer %i what the numbers say', (layer) => {
    const { figure } = figureOf();
    figure.choose(layer);
    for (let j = 0; j < 16; j++) {
      figure.look(j);
      const words = portraitWords(figure);
      const loudest = figure.heard.indexOf(Math.max(...figure.heard));
      expect(words).toContain(`Neuron ${j + 1} fires`);
      expect(words).toContain(`loudest for ${loudest},`);
      const [, yes = ''] = /nearly all (.*?), and/.exec(words) ?? [];
      for (const [, d] of yes.matchAll(/(\d)s/g)) {
        const { fires, of } = figure.firing[Number(d)];
        expect(fires / of).toBeGreaterThanOrEqual(0.9);
      }
    }
  });

  it('goes to layer 2 by its link, and back', () => {
    const { figure } = figureOf();
    figure.choose(1);
    expect(figure.weights.length).toBe(16);
    const { figure: back } = figureOf();
    back.fromLink(figure.toLink());
    expect(back.layer).toBe(1);
    back.fromLink({ l: '3' });
    expect(back.layer).toBe(1);
    back.reset();
    expect([back.layer, back.canReset]).toEqual([0, false]);
  });
});
