import path from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root, overrideConfigFile: 'test/eslint.config.mjs' });
const ours = ['no-restricted-syntax', 'no-restricted-globals', 'no-console'];

/** How many of our own rules this line breaks where it stands. */
async function complaints(file: string, line: string): Promise<number> {
  const config = (await eslint.calculateConfigForFile(path.join(root, file))) as Linter.Config;
  const rules = Object.fromEntries(ours.map((name) => [name, config.rules?.[name] ?? 'off']));
  return new Linter().verify(line, [{ rules }]).length;
}

describe('the rules on hidden inputs', () => {
  it.each([
    ['src/network/a.ts', 'Math.exp(1)'],
    ['src/kernel/a.ts', 'Math.hypot(3, 4)'],
    ['src/digits/a.ts', 'Math.sin(1)'],
    ['src/digits/a.ts', "Math['cos'](1)"],
    ['src/digits/a.ts', 'const { tan } = Math'],
    ['src/network/a.ts', 'const y = 2 ** 3'],
    ['src/network/a.ts', 'let y = 2; y **= 3'],
    ['src/widgets/neurons/A.svelte', 'Math.random()'],
    ['src/commands/train.ts', 'Date.now()'],
    ['src/plot/a.ts', 'new Date()'],
    ['src/recogniser/a.ts', "fetch('/models/recogniser.safetensors')"],
    ['src/reader/a.svelte.ts', "console.log('here')"],
  ])('catch in %s: %s', async (file, line) => {
    expect(await complaints(file, line)).toBe(1);
  });

  it.each([
    ['src/network/a.ts', 'Math.sqrt(Math.abs(-2)) * Math.PI'],
    ['src/plot/a.ts', 'Math.exp(1) + 2 ** 3'],
    ['src/reader/a.ts', 'new Date(stored)'],
    ['src/recogniser/a.ts', 'async function load(fetch) { return fetch("/") }'],
    ['src/commands/train.ts', "console.log('epoch 1')"],
    ['test/network/exp.test.ts', 'Math.exp(1)'],
  ])('let pass in %s: %s', async (file, line) => {
    expect(await complaints(file, line)).toBe(0);
  });
});
