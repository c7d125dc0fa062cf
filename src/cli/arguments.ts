import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UserError } from '../loader/diagnostic.ts';

/** An option of a command. Without `value` it is a boolean flag. */
export interface Option {
  /** The name of its value in the usage text: `DIR`. */
  value?: string;
  about: string;
  /** Whether it can be given several times. */
  multiple?: true;
}

type OptionTable = Record<string, Option>;
type OptionValue<O extends Option> = O extends { value: string }
  ? O extends { multiple: true }
    ? string[]
    : string | undefined
  : boolean;
type OptionValues<O extends OptionTable> = { [Name in keyof O]: OptionValue<O[Name]> };

interface Definition<O extends OptionTable> {
  /** The text after `Usage: `. */
  usage: string;
  about: string;
  options: O;
  /** A description of the positional argument, if there is one. */
  argument?: string;
  /** Text below the options. */
  notes?: string;
}

/** Resolves with the exit code: 0 for success, 1 for invalid input, 2 for invalid usage. */
export type Command = (args?: string[]) => Promise<number>;

/** Invalid usage of a command, as opposed to invalid input. */
export class UsageError extends Error {}

/**
 * Defines a command. `--help` prints a usage text rendered from the options. The exit code is 2 for
 * invalid usage, and 1 if `run` returns false or throws a UserError.
 */
export function defineCommand<const O extends OptionTable>(
  definition: Definition<O>,
  run: (values: OptionValues<O>, argument: string) => boolean | void | Promise<void>,
): Command {
  const { argument } = definition;
  const usage = renderUsage(definition);
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { value, multiple }] of Object.entries<Option>(definition.options)) {
    options[name] =
      value === undefined
        ? { type: 'boolean', default: false }
        : { type: 'string', ...(multiple && { multiple, default: [] }) };
  }
  return async (args = process.argv.slice(2)) => {
    try {
      const allowPositionals = argument !== undefined;
      const { values, positionals } = parseArgs({ args, options, allowPositionals });
      if (values['help']) {
        process.stdout.write(usage);
        return 0;
      }
      const [first = '', second] = positionals;
      if (argument && !first) throw new UsageError(`Missing argument: ${argument}.`);
      if (second !== undefined) {
        const hint = 'Put text with spaces in quotes.';
        throw new UsageError(`Unexpected argument: ${second}. ${hint}`);
      }
      return (await run(values as OptionValues<O>, first)) === false ? 1 : 0;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const code = 'code' in error ? String(error.code) : '';
      if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')) {
        // Node's advice on arguments that start with a hyphen fits no command.
        const message = error.message.replace(/ To specify .*/su, '');
        process.stderr.write(`${message}\n\n${usage}`);
        return 2;
      }
      // System errors, such as missing write permission, need no stack trace.
      if (!(error instanceof UserError) && !('syscall' in error)) throw error;
      console.error(error.message);
      return 1;
    }
  };
}

function renderUsage({ usage, about, options, notes }: Definition<OptionTable>): string {
  const rows = Object.entries<Option>({ ...options, help: { about: 'print this text' } }).map(
    ([name, { value, about }]) => `  --${value ? `${name} ${value}` : name}\n      ${about}`,
  );
  const paragraphs = [`Usage: ${usage}`, about, rows.join('\n'), ...(notes ? [notes] : [])];
  return `${paragraphs.join('\n\n')}\n`;
}
