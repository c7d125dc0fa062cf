import { parseArgs } from 'node:util';

/** An option as its command parses and its usage shows it; one without `value` is a switch. */
export interface Option {
  /** The name of its argument in the usage: `DIR`. */
  value?: string;
  about: string;
  /** May be given several times. */
  multiple?: true;
  /** Names the switch that turns it off: the usage shows `--no-…`. */
  default?: true;
}

type OptionTable = Record<string, Option>;
type OptionValue<O extends Option> = O extends { value: string }
  ? O extends { multiple: true }
    ? string[]
    : string | undefined
  : boolean;
type OptionValues<O extends OptionTable> = { [Name in keyof O]: OptionValue<O[Name]> };

interface Definition<O extends OptionTable> {
  /** What follows `Usage: `. */
  usage: string;
  about: string;
  options: O;
  /** Whether it takes more than options. */
  takesPositionals?: boolean;
  /** What the usage says below the options. */
  notes?: string;
}

/** A command as its file runs it and a test calls it. */
export interface Command {
  usage: string;
  /** Runs to the exit code: 0 done, 1 wrong input, 2 wrong use. */
  run: (args: string[]) => Promise<number>;
}

/** Wrong use of a command, as opposed to wrong input. */
export class UsageError extends Error {}

/**
 * A command with its usage, which is rendered from its options. `--help` prints the usage instead;
 * wrong use exits with 2, a command that returns false with 1.
 */
export function defineCommand<const O extends OptionTable>(
  definition: Definition<O>,
  run: (values: OptionValues<O>, positionals: string[]) => boolean | Promise<boolean>,
): Command {
  const usage = renderUsage(definition);
  const options = Object.fromEntries(
    Object.entries<Option>(definition.options).map(([name, { value, multiple, ...option }]) => [
      name,
      value === undefined
        ? { type: 'boolean' as const, default: option.default ?? false }
        : multiple
          ? { type: 'string' as const, multiple, default: [] }
          : { type: 'string' as const },
    ]),
  );
  const parse = (args: string[]) =>
    parseArgs({
      args,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowNegative: true,
      allowPositionals: definition.takesPositionals ?? false,
    });
  return {
    usage,
    run: async (args) => {
      try {
        const { values, positionals } = parse(args);
        if (values['help']) {
          process.stdout.write(usage);
          return 0;
        }
        return (await run(values as OptionValues<O>, positionals)) ? 0 : 1;
      } catch (error) {
        if (isUsageError(error)) {
          process.stderr.write(`${error.message}\n\n${usage}`);
          return 2;
        }
        // What the system refuses, such as a folder without write permission, is not our fault.
        if (error instanceof Error && 'syscall' in error) {
          console.error(error.message);
          return 1;
        }
        throw error;
      }
    },
  };
}

/** Runs a command with the arguments of the process. */
export async function runMain({ run }: Command): Promise<void> {
  process.exitCode = await run(process.argv.slice(2));
}

function renderUsage({ usage, about, options, notes }: Definition<OptionTable>): string {
  const rows = Object.entries<Option>({ ...options, help: { about: 'this text' } }).map(
    ([name, { value, about, ...option }]) => {
      const flag = `--${option.default ? 'no-' : ''}${name}`;
      return `  ${value === undefined ? flag : `${flag} ${value}`}\n      ${about}`;
    },
  );
  const paragraphs = [`Usage: ${usage}`, about, rows.join('\n'), ...(notes ? [notes] : [])];
  return `${paragraphs.join('\n\n')}\n`;
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/u.test(String(error.code));
}
