import { spawnSync } from 'node:child_process';

/** What a Python must be able to import for our notebook. */
export const NEEDED = ['numpy', 'matplotlib'] as const;

/** Which of the needed modules a Python lacks; undefined where there is no such program. */
export type Probe = (program: string) => readonly string[] | undefined;

const ASK = `import importlib.util as u; print(*[m for m in ${JSON.stringify(NEEDED)} if not u.find_spec(m)])`;

const probe: Probe = (program) => {
  const { status, stdout } = spawnSync(program, ['-c', ASK], { encoding: 'utf8' });
  return status === 0 ? stdout.split(/\s+/).filter((name) => name !== '') : undefined;
};

/**
 * The first Python that has NumPy and matplotlib: what the environment variable PYTHON names, or the system's own, or the first on
 * the PATH.
 * @throws Error that says what is missing
 */
export function findPython(named = process.env['PYTHON'], lacks: Probe = probe): string {
  const programs = named ? [named] : ['/usr/bin/python3', 'python3', 'python'];
  const seen: string[] = [];
  for (const program of programs) {
    const missing = lacks(program);
    if (missing?.length === 0) return program;
    if (missing) seen.push(`${program} lacks ${missing.join(' and ')}`);
  }
  const found = seen.join('; ') || `there is no ${named || 'python3'}`;
  throw new Error(
    `The Python notebook needs Python 3 with NumPy and matplotlib: ${found}. Install them (python3 -m pip install numpy matplotlib), or set the environment variable PYTHON to a Python that has them.`,
  );
}
