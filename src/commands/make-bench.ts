/**
 * node src/commands/make-bench.ts: measures our networks on the test digits and writes public/digits/bench.json, .digits and .png, what the
 * test bench shows before a reader has fetched all digits. The build and the tests run it.
 */
import { makeBench } from './bench-files.ts';

await makeBench();
