import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UserError } from '../loader/diagnostic.ts';

/** An option as its command parses and its usage shows it; one without `value` is a switch. */
export interface Option {
  /** The name of its argument in the usage: `DIR`. */
  value?: string;
  about: string;
  /** May be given several times. */
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
  /** What follows `Usage: `. */
  usage: string;
  about: string;
  options: O;
  /** What its one argument beside the options is, where it takes one. */
  argument?: string;
  /** What the usage says below the options. */
  notes?: string;
}

/** Runs to the exit code: 0 done, 1 wrong input, 2 wrong use. */
export type Command = (args?: string[]) => Promise<number>;

/** Wrong use of a command, as opposed to wrong input. */
export class UsageError extends Error {}

/**
 * A command with its usage, which is rendered from its options. `--help` prints the usage instead;
 * wrong use exits with 2, a command that returns false or throws a UserError with 1.
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
      if (argument && !first) throw new UsageError(`Name ${argument}.`);
      if (second !== undefined) {
        const hint = 'Put text with spaces in quotes.';
        throw new UsageError(`Name one only: ${second} is a second. ${hint}`);
      }
      return (await run(values as OptionValues<O>, first)) === false ? 1 : 0;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const code = 'code' in error ? String(error.code) : '';
      if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')) {
        process.stderr.write(`${error.message}\n\n${usage}`);
        return 2;
      }
      // What the system refuses, such as a folder without write permission, is not our fault.
      if (!(error instanceof UserError) && !('syscall' in error)) throw error;
      console.error(error.message);
      return 1;
    }
  };
}

function renderUsage({ usage, about, options, notes }: Definition<OptionTable>): string {
  const rows = Object.entries<Option>({ ...options, help: { about: 'this text' } }).map(
    ([name, { value, about }]) => `  --${value ? `${name} ${value}` : name}\n      ${about}`,
  );
  const paragraphs = [`Usage: ${usage}`, about, rows.join('\n'), ...(notes ? [notes] : [])];
  return `${paragraphs.join('\n\n')}\n`;
}
