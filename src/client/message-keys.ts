import type { Key } from '../i18n/dictionary.ts';

/** What the scripts of every page say. */
export const siteKeys = [
  'copy.copied',
  'copy.field',
  'copy.notLoaded',
  'copy.refused',
  'count.quotes',
  'notice.dismiss',
  'part',
  'quote.save',
  'quote.saved',
  'saved.noLonger',
  'saved.notStored',
  'saved.seeAll',
  'saved.stored',
  'saved.undo',
  'search.closeOnly',
  'search.firstOf',
  'search.none',
  'search.notLoaded',
  'search.soFar',
] as const satisfies Key[];

/** What the list of saved quotes says besides. */
export const savedKeys = [
  'saved.added',
  'saved.allRemoved',
  'saved.copyRefused',
  'saved.fileWithoutQuotes',
  'saved.imported',
  'saved.noteOn',
  'saved.place',
  'saved.removed',
  'saved.sent',
  'saved.sentUnknown',
  'saved.someAdded',
] as const satisfies Key[];
