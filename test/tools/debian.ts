import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs Debian's packages, where we are root on a system with apt-get; elsewhere it does nothing.
 * @param what people call it
 */
export function installOnDebian(what: string, packages: readonly string[]): void {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return;
  console.log(`No ${what} on this machine: installing Debian's ${packages.join(', ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): void => {
    // Two installs at once, of ours or of the machine's own, take turns.
    const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
    execFileSync('apt-get', [...options, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages);
  } catch {
    console.error(`apt-get could not install ${packages.join(', ')}.`);
  }
}
