/** What was measured. All times are medians. */
export interface Report {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  /** Milliseconds for all 60,000 digits. */
  readonly training: readonly {
    readonly implementation: string;
    readonly sizes: readonly number[];
    readonly msPerEpoch: number;
  }[];
  /** Microseconds for one picture. */
  readonly inference: readonly {
    readonly implementation: string;
    readonly sizes: readonly number[];
    readonly microseconds: number;
  }[];
  readonly loading: readonly { readonly format: string; readonly milliseconds: number }[];
  /** Billions of products and sums a second, in 128-bit vectors on one thread. */
  readonly vectorLimitGflops: number;
  /** How many times as fast the kernel trains 784-30-10 as the network. */
  readonly ratios: { readonly kernelOverNetwork: number };
}

/** Three digits, and never a power of ten. */
function figure(x: number): string {
  return x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** The report for people, as Markdown: what README's section "Speed" holds. */
export function markdown(report: Report, date: string, repeats: number): string {
  const { machine, training, inference, loading, vectorLimitGflops, ratios } = report;
  const names = [...new Set(training.map(({ implementation }) => implementation))];
  const sizes = [...new Set(training.map((row) => row.sizes.join('-')))];
  const read = inference[0].sizes.join('-');
  const inferred = (name: string): string => {
    const row = inference.find(({ implementation }) => implementation === name);
    return row ? figure(row.microseconds) : '';
  };
  const speed = names.map((name) => [
    name,
    ...sizes.map((size) => {
      const row = training.find((r) => r.implementation === name && r.sizes.join('-') === size);
      return row ? figure(row.msPerEpoch) : '';
    }),
    inferred(name),
  ]);
  return [
    `${date}, ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; medians of ${repeats} interleaved runs, on one thread.`,
    table(
      ['', ...sizes.map((size) => `${size}, ms an epoch`), `${read}, µs a forward pass`],
      speed,
    ),
    `Kernel over network, ${read}: ${figure(ratios.kernelOverNetwork)} times as fast. The machine's 128-bit vectors reach ${figure(vectorLimitGflops)} GFLOP/s.`,
    table(
      ['loading', 'ms'],
      loading.map(({ format, milliseconds }) => [format, figure(milliseconds)]),
    ),
  ].join('\n\n');
}
