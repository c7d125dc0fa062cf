/**
 * The words of the interface in English, and the type of every other language: a key that one lacks
 * does not compile. `{name}` is filled in, `<name>…</name>` becomes a link or another element, and a
 * message with `{count}` has the plural forms that its language has (CLDR).
 */
export const en = {
  // What every page has around its text
  'site.skip': 'Skip to the text',
  'site.navigation': 'Site',
  'site.menu': 'Menu',
  'site.contents': 'Contents',
  // Who calls them otherwise in `words:` also changes what readers see most: `count.quotes`,
  // `quote.title`, `search.field`, `search.placeholder`, `search.none` and `withdrawn.heading`.
  'site.quotes': 'Quotes',
  'site.parts': 'Parts',
  'site.themes': 'Themes',
  'site.sources': 'Sources',
  'site.people': 'People',
  'site.subjects': 'Subjects',
  'site.random': 'Random',
  'site.saved': 'Saved',
  'appearance.switch': 'Switch to {appearance}',
  'appearance.dark': 'Dark',
  'appearance.light': 'Light',
  'offline.state': 'Available offline: {state}',
  'offline.on': 'on',
  'offline.off': 'off',
  'dialog.close': 'Close',

  // Counts and lists
  'list.separator': ', ',
  'count.quotes': { one: '{count} quote', other: '{count} quotes' },

  // Parts and pages of a list
  part: 'Part {number}',
  'part.of': 'Part {number} of {last}',
  'page.pages': 'Pages',
  'page.number': 'Page {page}',
  'step.previous': 'Previous',
  'step.next': 'Next',

  // The title page and the book
  'book.description': 'Every quote of {title}, in reading order.',
  'book.take': { one: 'To take along: <epub>EPUB, {size}</epub>, or <book>all on one page</book>, made to be printed.', other: 'To take along: <epub>EPUB, {size}</epub>, or <book>all on {count} pages</book>, made to be printed.' },

  // Themes, sources and subjects
  'index.letters': 'Letters',
  'source.verified': { one: '{verified} of {count} verified', other: '{verified} of {count} verified' },
  'index.seeAlso': 'See also',

  // A quote
  'quote.title': 'Quote',
  'quote.permalink': 'Permalink',
  'quote.copy': 'Copy',
  'quote.link': 'Link',
  'quote.save': 'Save',
  'quote.saved': 'Saved',
  'quote.share': 'Share',
  'quote.atSource': 'At the source',
  'quote.report': 'Report a problem with this quote',
  'quote.related': 'Related',
  'status.verified': '<b>Verified</b>: checked at its source',
  'status.attributed': '<b>Attributed</b>: as named in the notes, not checked',
  'status.paraphrased': '<b>Paraphrased</b>: the sense, not word for word',
  'share.copyQuote': 'Copy quote',
  'share.copyLink': 'Copy link',
  'share.copyForm': 'Copy: {form}',
  'share.more': 'More<rest>\u00A0ways to share</rest>',
  'share.email': 'E-mail',
  'share.image': 'Image',
  'share.squareImage': 'Square image',
  'share.quote': 'Quote with reference',
  'share.text': 'Plain text',
  'share.reference': 'Reference only',
  'share.refused': 'Your browser could not share this.',
  'copy.copied': 'Copied',
  'copy.refused': 'Your browser did not allow copying. The text is selected: copy it from here.',
  'copy.notLoaded': 'The quote could not be loaded. Check the connection and try again.',

  // Search
  'search.title': 'Search',
  'search.field': 'Search the quotes',
  'search.placeholder': { one: 'Search {count} quote', other: 'Search {count} quotes' },
  'search.anyWords': 'Any words, in any order',
  'search.move': '{keys} to move',
  'search.open': '{keys} to open',
  'search.allParts': 'All parts',
  'search.allSources': 'All sources',
  'search.allPeople': 'All people',
  'search.didYouMean': 'Did you mean {word}?',
  'search.closeMatch': 'Close match',
  'search.none': 'No quote found for {query}',
  'search.firstOf': { one: 'The first {shown} of {count} quote', other: 'The first {shown} of {count} quotes' },
  'search.closeOnly': '{found}, close matches only',
  'search.without': '{found}, without {words}',
  'search.soFar': '{found} so far',
  'search.notLoaded': 'The search could not be loaded. Check the connection and type on.',
  'search.withoutScript': 'Searching as you type needs JavaScript. Everything can be found without:',

  // The keyboard
  'keys.title': 'Keys',
  'keys.control': 'Ctrl',
  'keys.note': 'In a list, S and C mean the quote that has the focus.',
  'keys.single': 'Single keys are on',
  'keys.notStored': 'Your browser does not allow this site to remember that.',

  // A quote at random
  'random.withoutScript': 'Drawing a quote at random needs JavaScript. Without it, open <contents>the contents</contents> or <book>the whole book</book> wherever you like.',
  'quotes.notLoaded': 'The quotes could not be loaded. Check the connection and load the page again.',

  // Saved quotes
  'saved.where': 'Kept on this device, and nowhere else',
  'saved.withoutScript': 'Saving quotes needs JavaScript. Without it, a bookmark on a quote’s page does the same; all are in <book>the book</book>.',
  'saved.empty': 'Nothing is saved yet. Press Save under any quote, or <kbd>S</kbd> on its page. What you save stays on this device; begin with <random>a quote at random</random> or <book>the book</book>.',
  'saved.sent': { one: 'Somebody sent you this list of {count} quote.', other: 'Somebody sent you this list of {count} quotes.' },
  'saved.sentUnknown': { one: '{count} of the {named} addresses in it is not a quote here.', other: '{count} of the {named} addresses in it are not quotes here.' },
  'saved.sentNone': 'Somebody sent you a list, but none of the addresses in it is a quote here.',
  'saved.ownUntouched': 'Your own is untouched.',
  'saved.keep': 'Keep these',
  'saved.seeOwn': 'See your own',
  'saved.copyAll': 'Copy all',
  'saved.print': 'Print',
  'saved.export': 'Export',
  'saved.import': 'Import',
  'saved.removeAll': 'Remove all',
  'saved.up': 'Up',
  'saved.down': 'Down',
  'saved.remove': 'Remove',
  'saved.writeNote': 'Write a note',
  'saved.noteOn': 'Note: {theme}',
  'saved.gone': 'This quote is no longer in the collection.',
  'saved.place': 'Place {place} of {last}',
  'saved.stored': 'Saved on this device.',
  'saved.seeAll': 'See all',
  'saved.noLonger': 'No longer saved.',
  'saved.undo': 'Undo',
  'saved.notStored': 'Your browser did not store this, as its storage is full or switched off. It holds until you leave the page.',
  'saved.allRemoved': { one: '{count} quote removed.', other: '{count} quotes removed.' },
  'saved.added': { one: '{count} quote added to your own.', other: '{count} quotes added to your own.' },
  'saved.fileWithoutQuotes': '{file} names no quote. Choose a file that was exported here, JSON or Markdown.',
  'saved.copyRefused': 'Your browser did not allow copying. Export the list instead.',

  // Pages without a quote
  'notFound.heading': 'There is no page here',
  'offline.heading': 'Not available offline',
  'offline.noCopy': 'This device has no copy of what is at this address. Connect to the internet and load it again.',
  'withdrawn.heading': 'This quote was withdrawn',
  'withdrawn.others': 'The others are <book>in the book</book>.',
} as const;
