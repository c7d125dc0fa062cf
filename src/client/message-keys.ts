import type { Key } from '../i18n/dictionary.ts';

/** The keys of the messages that client scripts use. */
export const clientKeys = [
  'copy.copied',
  'copy.notLoaded',
  'copy.refused',
  'count.quotes',
  'part',
  'quote.copy',
  'quote.save',
  'quote.saved',
  'saved.added',
  'saved.allRemoved',
  'saved.copyRefused',
  'saved.fileWithoutQuotes',
  'saved.noLonger',
  'saved.notStored',
  'saved.noteOn',
  'saved.place',
  'saved.sent',
  'saved.sentNone',
  'saved.sentUnknown',
  'saved.stored',
  'search.closeOnly',
  'search.without',
  'search.firstOf',
  'search.none',
  'search.notLoaded',
  'search.soFar',
  'share.refused',
] as const satisfies Key[];

export type ClientKey = (typeof clientKeys)[number];
