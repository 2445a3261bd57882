import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import chapters from '../../content/chapters.json' with { type: 'json' };
import models from '../../public/models/models.json' with { type: 'json' };
import widths from '../../public/models/widths.json' with { type: 'json' };
import { CHUNKS } from '../../src/training/chunks.ts';
import { valueNames } from '../../src/measured/values.ts';
import planned from './planned-figures.json' with { type: 'json' };
import { readChapter } from './prose.ts';

const content = path.join(import.meta.dirname, '../../content');
const read = (file: string): string => readFileSync(path.join(content, file), 'utf8');

/** The ids of a file of entries. */
const idsOf = (file: string): string[] =>
  [...read(file).matchAll(/^- id: (\S+)$/gm)].map(([, id]) => id);

/** How often the most frequent of some numbers comes. */
const most = (numbers: readonly number[]): number =>
  Math.max(...numbers.map((one) => numbers.filter((other) => other === one).length));

const glossary = idsOf('glossary.yaml');
const references = idsOf('references.yaml');
const files = existsSync(path.join(content, 'chapters'))
  ? readdirSync(path.join(content, 'chapters')).filter((file) => file.endsWith('.mdx'))
  : [];
const plannedFor: Readonly<Record<string, readonly string[]>> = planned;

for (const file of files) {
  describe(file, () => {
    const chapter = readChapter(read(`chapters/${file}`));

    it('shows every figure that was planned for it', () => {
      expect(chapter.figures).toEqual(
        expect.arrayContaining([...(plannedFor[String(chapter.number)] ?? [])]),
      );
    });

    it('lets no figure come alive before it is near', () => {
      expect(chapter.eager).toEqual([]);
    });

    it('names only terms that the glossary has, and sources that the references have', () => {
      expect(chapter.terms.length).toBeGreaterThan(5);
      expect(glossary).toEqual(expect.arrayContaining([...chapter.terms]));
      expect(references).toEqual(expect.arrayContaining([...chapter.cites]));
    });

    it('opens each term once, where it is first needed', () => {
      expect(new Set(chapter.terms).size).toBe(chapter.terms.length);
    });

    it('takes its measured numbers by name, and types none in', () => {
      expect(valueNames).toEqual(expect.arrayContaining([...chapter.values]));
      expect(chapter.strayDigits).toEqual([]);
    });

    it('has one right answer to each check, and not mostly in the same place', () => {
      const { rightPlaces } = chapter;
      expect(rightPlaces.length).toBeGreaterThan(2);
      expect(rightPlaces).not.toContain(0);
      if (rightPlaces.length >= 4) {
        expect(most(rightPlaces)).toBeLessThanOrEqual(rightPlaces.length / 2);
      }
    });

    it('is as long as a chapter should be', () => {
      expect(chapter.words).toBeGreaterThanOrEqual(1500);
      expect(chapter.words).toBeLessThanOrEqual(2500);
    });
  });
}

it('has a text for every chapter that is said to be written', () => {
  const written = chapters
    .filter(({ written: isWritten }) => isWritten)
    .map(({ number }) => number);
  const there = files.map((file) => readChapter(read(`chapters/${file}`)).number);
  expect(there).toEqual(expect.arrayContaining(written));
});

it('lists terms and sources once each, the terms in the order of the alphabet', () => {
  expect(new Set(glossary).size).toBe(glossary.length);
  expect(new Set(references).size).toBe(references.length);
  expect(glossary.length).toBeGreaterThan(0);
  expect(glossary).toEqual([...glossary].sort());
});

describe('the reader of chapters', () => {
  const text = (body: string): string => `---\nnumber: 3\nrecap: None.\n---\n${body}`;

  it.each([
    'It is right on 9,521 of them.',
    'It reads 95.2% of the digits.',
    'Of these, 7 of ten wake it.',
    '<Note title="Only 41 of them.">Words.</Note>',
    '<Figure id="one" title="Two" alt="It shows 512 dots."><Widget /></Figure>',
    'A score of 3.5 is out of reach.',
    'It wakes for 16.4 of a hundred.',
    'Of all of them 10% wake it.',
  ])('finds the digit that somebody typed into: %s', (sentence) => {
    expect(readChapter(text(sentence)).strayDigits).toHaveLength(1);
  });

  it.each([
    'A tidy 3 and an 8, or two 3s.',
    'The scores for 4 and 9 stand in chapter 6.',
    'The sum is $0.5$, and $$\n12{,}544 + 16\n$$ is `step(2)`.',
    'It reads <Value of="explainer.accuracy" /> of <Term id="layer-2">them</Term>.',
    '<Widget client:visible={{ rootMargin: "400px" }} />',
    'A picture of 28 by 28 has 784 pixels.',
  ])('lets pass: %s', (sentence) => {
    expect(readChapter(text(sentence)).strayDigits).toEqual([]);
  });

  it('finds what a figure holds, and whether it waits', () => {
    const { figures, eager } = readChapter(
      text('<Figure id="a" title="A" alt="B">\n  <One client:load />\n  <Two />\n</Figure>'),
    );
    expect(figures).toEqual(['One', 'Two']);
    expect(eager).toEqual(['One']);
  });

  it('finds at which place the right answer of a check stands', () => {
    const check = (...choices: string[]): string =>
      `<Check id="a">\n${choices.map((right) => `  <Choice${right}>It is<Fragment slot="why">so.</Fragment></Choice>\n`).join('')}</Check>\n`;
    const { rightPlaces } = readChapter(
      text(
        check(' right', '', '') +
          check('', '', ' right') +
          check('', '') +
          check(' right', ' right'),
      ),
    );
    expect(rightPlaces).toEqual([1, 3, 0, 0]);
  });

  it('allows those sizes only that are true', () => {
    expect(models.explainer.sizes).toEqual([784, 16, 16, 10]);
    expect(28 * 28).toBe(784);
    expect([784 * 16, 16 * 16, 16 * 10]).toEqual([12_544, 256, 160]);
    expect(widths.recipe.hidden).toEqual([4, 8, 16, 30, 64]);
    expect(models.explainer.parameters).toBe(13_002);
    expect(CHUNKS.test.count).toBe(10_000);
    expect(CHUNKS.train.reduce((all, { count }) => all + count, 0)).toBe(60_000);
  });
});
