import { fetchJson } from './fetch-json.ts';
import { answering, type Request } from './protocol.ts';

const answer = answering((response) => postMessage(response), fetchJson);

addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data));
