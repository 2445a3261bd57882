import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../commands/run.ts';

const root = path.join(import.meta.dirname, '../..');

/** All that notebooks call, in a folder of its own; what npm installed is shared. */
function copyOfTheProject(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'planted-'));
  for (const part of ['notebooks', 'src', 'public/models', 'package.json']) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

const copy = copyOfTheProject();

const check = (name: string): ReturnType<typeof run> =>
  run('notebooks', ['--check', path.join(copy, 'notebooks', `${name}.ipynb`)]);

// The third notebook writes the numbers that the fourth reads.
let untouched: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  untouched = await check('3-check-a-gradient');
});

/** Changes a file of the copy while `look` looks at it. */
async function planted(
  file: string,
  from: string,
  to: string,
  look: () => Promise<void>,
): Promise<void> {
  const place = path.join(copy, file);
  const before = readFileSync(place, 'utf8');
  expect(before.split(from)).toHaveLength(2); // it stands there once
  writeFileSync(place, before.replace(from, to));
  await look();
  writeFileSync(place, before);
}

describe('npm run notebooks -- --check', () => {
  it('passes on notebooks as they are', async () => {
    for (const { code, stdout, stderr } of [untouched, await check('4-the-same-in-python')]) {
      expect(stderr).toBe('');
      expect(stdout).toContain('.ipynb: as stored');
      expect(code).toBe(0);
    }
  });

  it.each([
    {
      what: 'a cell that prints something else',
      notebook: '3-check-a-gradient',
      file: 'notebooks/3-check-a-gradient.ipynb',
      from: 'cost before: ${cost().toFixed(6)}',
      to: 'cost before: ${cost().toFixed(5)}',
      fault: 'prints «cost before: 0.31654»; stored is «cost before: 0.316543»',
    },
    {
      what: 'a source that computes something else',
      notebook: '3-check-a-gradient',
      file: 'src/network/cost.ts',
      from: 'value: (_z, a, y) => 0.5 *',
      to: 'value: (_z, a, y) => 0.25 *',
      fault: 'prints «the cost of the digit is 0.15',
    },
    {
      what: 'a picture that is drawn in another way',
      notebook: '3-check-a-gradient',
      file: 'notebooks/plot.ts',
      from: `const PLATE = '#0d1114'`,
      to: `const PLATE = '#0d1119'`,
      fault: 'cell 2 prints «<svg',
    },
    {
      what: 'a Python cell that prints something else',
      notebook: '4-the-same-in-python',
      file: 'notebooks/4-the-same-in-python.ipynb',
      from: 'slopes compared:\\"',
      to: 'slopes in all:\\"',
      fault: 'prints «slopes in all: 23860»; stored is «slopes compared: 23860»',
    },
    {
      what: 'a Python figure in other colours',
      notebook: '4-the-same-in-python',
      file: 'notebooks/4-the-same-in-python.ipynb',
      from: 'RdBu_r',
      to: 'RdBu',
      fault: 'shows a picture that is not the stored one',
    },
    {
      what: 'a network with which Python and TypeScript no longer agree',
      notebook: '4-the-same-in-python',
      file: 'notebooks/4-the-same-in-python.ipynb',
      from: '(activations[2] - y) * slope[1]',
      to: '(activations[2] - y) * slope[1] * 1.00001',
      fault: 'AssertionError',
    },
  ])('fails for $what', async ({ notebook, file, from, to, fault }) => {
    await planted(file, from, to, async () => {
      const { code, stdout, stderr } = await check(notebook);
      expect(stdout + stderr).toContain(fault);
      expect(code).toBe(1);
    });
  });

  it('fails for a stored PNG that is another picture', async () => {
    const place = path.join(copy, 'notebooks/3-check-a-gradient.ipynb');
    const before = readFileSync(place, 'utf8');
    const [stored] = /(?<="image\/png": ")[^"]+/.exec(before) ?? [];
    const other = /(?<="image\/png": ")[^"]+/.exec(
      readFileSync(path.join(copy, 'notebooks/1-look-at-mnist.ipynb'), 'utf8'),
    );
    if (stored === undefined || other === null) throw new Error('No picture is stored.');
    await planted(place.slice(copy.length), stored, other[0], async () => {
      const { code, stdout } = await check('3-check-a-gradient');
      expect(stdout).toContain('cell 2 shows a picture that is not the stored one');
      expect(code).toBe(1);
    });
  });
});
