import { quoteIdIn, rememberSeen, seenQuotes } from './storage.ts';

const shown = quoteIdIn(location.pathname);
if (shown) rememberSeen([...seenQuotes(), shown]);
