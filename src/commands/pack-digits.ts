/**
 * npm run pack-digits: makes public/digits/, MNIST packed for the page, where it is missing or older than what it is made by. The
 * build runs it before anything else.
 */
import { readOptions } from './command-line.ts';
import { makeDigits } from './digit-files.ts';

readOptions({ options: {} });
makeDigits((name, count, bits, bytes) => {
  console.log(`public/digits/${name}: ${count} digits at ${bits} bits a pixel, ${bytes} bytes`);
});
