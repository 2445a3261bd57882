/** What the kernel lets out. Its callers, in ../kernel.ts and beside it, check everything; in here addresses are trusted. */
export { reserve, release } from './memory';
export {
  createNetwork,
  releaseNetwork,
  weightsOf,
  biasesOf,
  bytesOf,
  inputOf,
  makeRoom,
  scaleOf,
  settle,
} from './network';
export { measure, pack } from './lists';
export { train } from './descent';
export { evaluate, score } from './evaluation';
