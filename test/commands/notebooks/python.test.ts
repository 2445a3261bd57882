import { describe, expect, it } from 'vitest';
import { findPython, type Probe } from '../../../src/commands/notebooks/python.ts';

/** A machine with these Pythons, each with what it lacks. */
function machine(pythons: Record<string, readonly string[]>): Probe {
  return (program) => pythons[program];
}

describe('findPython', () => {
  it('takes the first that lacks nothing', () => {
    const two = machine({ '/usr/bin/python3': ['matplotlib'], python3: [] });
    expect(findPython('', two)).toBe('python3');
  });

  it('takes the one that is named, and no other', () => {
    const two = machine({ '/usr/bin/python3': [], '/opt/python': [] });
    expect(findPython('/opt/python', two)).toBe('/opt/python');
    expect(() => findPython('/opt/gone', two)).toThrow('there is no /opt/gone');
  });

  it('says what is missing, and what to do', () => {
    const bare = machine({ python3: ['numpy', 'matplotlib'] });
    expect(() => findPython('', bare)).toThrow('python3 lacks numpy and matplotlib');
    expect(() => findPython('', bare)).toThrow('pip install numpy matplotlib');
    expect(() => findPython('', machine({}))).toThrow('there is no python3');
  });
});
