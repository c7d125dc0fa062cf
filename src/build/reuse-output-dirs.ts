import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folders of the last build, of which the next takes those that it has too. */
export interface Folders {
  /** Sees to it that a folder is there, named as in both builds: with a page in it, or empty. */
  make: (name: string) => void;
  /** Removes what was not taken. */
  end: () => void;
}

/**
 * Puts a build aside in whose place another is made. Thousands of files are not removed and made
 * again: for minutes after, ext4 takes ten times as long to make others.
 */
export function reuseOutputDirs(build: string, aside: string): Folders {
  const end = () => rmSync(aside, { recursive: true, force: true });
  // After a build that failed there is only what it had put aside.
  if (existsSync(build)) {
    end();
    mkdirSync(dirname(aside), { recursive: true });
    try {
      renameSync(build, aside);
    } catch {
      // As a volume of its own it cannot be moved, and Astro empties it.
    }
  }

  function take(name: string): boolean {
    const before = join(aside, name);
    try {
      if (readdirSync(before).join() !== 'index.html') return false;
      mkdirSync(dirname(join(build, name)), { recursive: true });
      renameSync(before, join(build, name));
      return true;
    } catch {
      return false;
    }
  }

  return {
    make: (name) => {
      if (!take(name)) mkdirSync(join(build, name), { recursive: true });
    },
    end,
  };
}
