import { until } from './until';

/** What came of a stream so far. */
export interface Heard {
  readonly answer: Response;
  text: string;
  isOver: boolean;
}

/** Listens to a stream of server-sent events until the signal, and keeps what came. */
export async function listen(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Heard> {
  const answer = await fetch(url, { headers, signal });
  const heard: Heard = { answer, text: '', isOver: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body!) heard.text += decoder.decode(chunk as Uint8Array, { stream: true });
  })()
    .catch(() => undefined)
    .finally(() => (heard.isOver = true));
  await until(() => heard.text.includes('retry:') || heard.isOver);
  return heard;
}
