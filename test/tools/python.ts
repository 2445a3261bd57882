/**
 * Finds a Python with NumPy and matplotlib, for the Python notebook, and on Debian installs them.
 *
 *     node test/tools/python.ts
 *
 * Where that cannot be done, the message says what is missing.
 */
import { findPython } from '../../src/commands/notebooks/python.ts';
import { installOnDebian } from './debian.ts';

/** Such a Python, installed first where we are root on Debian. @throws Error that says what is missing */
export function providePython(): string {
  try {
    return findPython();
  } catch {
    const packages = ['python3', 'python3-numpy', 'python3-matplotlib'];
    installOnDebian('Python with NumPy and matplotlib', packages);
    return findPython();
  }
}

if (import.meta.main) {
  try {
    console.log(`python: ${providePython()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
