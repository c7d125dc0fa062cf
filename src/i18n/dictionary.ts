import type { en } from './en.ts';

/** The forms that a message takes with a number, by the plural categories of its language. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The name of a message. */
export type Key = keyof typeof en;

/** All words of the interface in one language. */
export type Dictionary = {
  readonly [Name in Key]: (typeof en)[Name] extends string ? string : Plural;
};

/** Messages that a collection words differently. */
export type Overrides = Readonly<Record<string, string | Plural>>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ValuesOf<Message> = Message extends { other: infer Other extends string }
  ? NamesIn<Other> | 'count'
  : Message extends string
    ? NamesIn<Message>
    : never;

/** What is filled into a message: nothing, or a value for each name in it. Numbers are formatted. */
export type Values<Name extends Key> = [ValuesOf<(typeof en)[Name]>] extends [never]
  ? []
  : [values: Record<ValuesOf<(typeof en)[Name]>, string | number>];
