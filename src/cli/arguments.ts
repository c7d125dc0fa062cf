import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowNegative: true; allowPositionals: true }>
>['values'];

/** Wrong use of a command, as opposed to wrong input. */
export class UsageError extends Error {}

/**
 * Runs a command with its arguments; `--help` prints the usage instead. Wrong use exits with 2, a
 * command that returns false with 1.
 */
export async function command<const O extends Options>(
  usage: string,
  options: O,
  run: (values: Values<O>, positionals: string[]) => boolean | Promise<boolean>,
): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowNegative: true,
      allowPositionals: true,
    });
    if ('help' in values && values.help) process.stdout.write(usage);
    else if (!(await run(values, positionals))) process.exitCode = 1;
  } catch (error) {
    if (isUsageError(error)) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      process.exitCode = 2;
    } else if (error instanceof Error && 'syscall' in error) {
      // What the system refuses, a folder that may not be written, is no fault of the program.
      console.error(error.message);
      process.exitCode = 1;
    } else throw error;
  }
}

/** For commands that take options only. */
export function refusePositionals([first]: string[]): void {
  if (first !== undefined) throw new UsageError(`Unexpected argument: ${first}`);
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/u.test(String(error.code));
}
