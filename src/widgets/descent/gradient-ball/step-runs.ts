/** Steps as a link has them: '12@60,3@120' is twelve with eta 60, then three with 120. */
export function writeRuns(etas: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const eta of etas) {
    const last = runs[runs.length - 1];
    if (last?.[1] === eta) last[0]++;
    else runs.push([1, eta]);
  }
  return runs.map(([count, eta]) => `${count}@${eta}`).join(',');
}

/** The eta of each step, up to the first run that makes no sense. @param range least and most that an eta may be @param most steps at most */
export function readRuns(
  text: string,
  [least, greatest]: readonly [number, number],
  most: number,
): number[] {
  const etas: number[] = [];
  for (const run of text.split(',')) {
    const [, count, eta] = /^(\d{1,3})@(\d{1,5}(?:\.\d{1,4})?)$/.exec(run) ?? [];
    const value = Number(eta);
    if (count === undefined || !(value >= least && value <= greatest)) return etas;
    for (let n = 0; n < Number(count) && etas.length < most; n++) etas.push(value);
  }
  return etas;
}
