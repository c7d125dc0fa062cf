import type { en } from './en.ts';

/** The forms of a message with a count, by the plural categories of its language. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The key of a message. */
export type Key = keyof typeof en;

/** All messages of the interface in one language. */
export type Dictionary = {
  readonly [Name in Key]: (typeof en)[Name] extends string ? string : Plural;
};

/** Messages that a collection replaces with its own. */
export type Overrides = Readonly<Record<string, string | Plural>>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ValuesOf<Message> = Message extends { other: infer Other extends string }
  ? NamesIn<Other> | 'count'
  : Message extends string
    ? NamesIn<Message>
    : never;

/** The values of a message's placeholders, or nothing if it has none. Numbers are formatted. */
export type Values<Name extends Key> = [ValuesOf<(typeof en)[Name]>] extends [never]
  ? []
  : [values: Record<ValuesOf<(typeof en)[Name]>, string | number>];
