import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that train whole networks, for half a minute and more each. */
const LONG = /\/(kernel\/accuracy|commands\/models)\.test\.ts$/;

/** Starts the longest files first: begun last, they would keep one processor waiting for the other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
