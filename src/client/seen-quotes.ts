import { quoteIdIn, seenQuotes, storeSeen } from './storage.ts';

const shown = quoteIdIn(location.pathname);
if (shown) storeSeen([...seenQuotes(), shown]);
