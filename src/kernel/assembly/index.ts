/** What the kernel lets out. Its callers, beside this folder, check everything: in here addresses are trusted. */
export { reserve, release } from './memory';
export { createExamples, setTable, measure, pack } from './lists';
export {
  bytesOf,
  createNetwork,
  releaseNetwork,
  makeRoom,
  weightsOf,
  biasesOf,
  scaleOf,
  isSound,
  settle,
  inputOf,
} from './network';
export { train } from './descent';
export { evaluate, score, scoreAll } from './evaluation';
