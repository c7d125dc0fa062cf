import type { Key } from '../i18n/dictionary.ts';

/** The messages that scripts show. */
export const clientKeys = [
  'copy.copied',
  'copy.field',
  'copy.notLoaded',
  'copy.refused',
  'count.quotes',
  'notice.dismiss',
  'part',
  'quote.save',
  'quote.saved',
  'saved.added',
  'saved.allRemoved',
  'saved.copyRefused',
  'saved.fileWithoutQuotes',
  'saved.imported',
  'saved.noLonger',
  'saved.notStored',
  'saved.noteOn',
  'saved.place',
  'saved.removed',
  'saved.seeAll',
  'saved.sent',
  'saved.sentUnknown',
  'saved.someAdded',
  'saved.stored',
  'saved.undo',
  'search.closeOnly',
  'search.without',
  'search.firstOf',
  'search.none',
  'search.notLoaded',
  'search.soFar',
  'share.refused',
] as const satisfies Key[];

export type ClientKey = (typeof clientKeys)[number];
