import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Digits, sliceDigits } from '../../digits/mnist.ts';
import type { Implementation } from './implementations.ts';
import { brain } from './peers/brain.ts';
import { convnet } from './peers/convnet.ts';
import type { Require } from './peers/require.ts';
import { tensorflow } from './peers/tensorflow.ts';

/** They are slower: a share of an epoch, 1 in 30, is enough to know their pace by. Its time is scaled up. */
const DIGITS = 2000;
const PICTURES = 200;
/** Sizes to find out with whether one works at all. */
const TINY = [784, 1, 10];

interface Peer {
  /** Packages with their versions, so that tables made on different days compare the same things. */
  readonly packages: readonly string[];
  readonly open: (
    require: Require,
    digits: Digits,
    pictures: number,
  ) => Implementation[] | Promise<Implementation[]>;
}

const PEERS: readonly Peer[] = [
  {
    packages: ['@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0'],
    open: tensorflow,
  },
  { packages: ['brain.js@1.6.1'], open: brain },
  { packages: ['convnetjs@0.3.0'], open: convnet },
];

/** Installs packages with npm, without their scripts (brain.js would compile a graphics library, which it can do without). */
function install(folder: string, packages: readonly string[]): void {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  const { status, error } = spawnSync('npm', ['install', ...options, ...packages], {
    cwd: folder,
    shell: process.platform === 'win32',
    stdio: ['ignore', 2, 2], // standard output is for the results
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm install ended with ${status}.`);
}

/**
 * Other people's libraries, installed outside the project.
 * @param skip is told of each that does not install or start, and why; the others go on
 * @returns them, and a way to remove them from the disk
 */
export async function openPeers(
  digits: Digits,
  skip: (packages: string, why: string) => void,
): Promise<{ implementations: Implementation[]; remove: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nought-to-nine-peers-'));
  const manifest = path.join(folder, 'package.json');
  writeFileSync(manifest, '{ "private": true }');
  const require: Require = createRequire(manifest);
  const share = sliceDigits(digits, 0, Math.min(DIGITS, digits.count));
  const implementations: Implementation[] = [];
  for (const { packages, open } of PEERS) {
    try {
      install(folder, packages);
      const opened = await open(require, share, Math.min(PICTURES, share.count));
      for (const { train, read } of opened) {
        await train(TINY).run();
        await read(TINY).run();
      }
      implementations.push(...opened);
    } catch (error) {
      skip(packages.join(' '), error instanceof Error ? error.message : String(error));
    }
  }
  return { implementations, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
