import { expect, test } from 'vitest';
import { readEvents, type ServerEvent } from '../../studio/api/events.ts';

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
}

async function all(chunks: AsyncIterable<string>): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(chunks)) events.push(event);
  return events;
}

const stream = ': hello\r\n\r\nevent: tokens\r\ndata: {"index":0}\r\n\r\ndata: a\ndata:b\n\nevent: empty\n\nid: 5\nevent:done\rdata:\r\r\n';
const expected = [
  { name: 'tokens', data: '{"index":0}' },
  { name: 'message', data: 'a\nb' },
  { name: 'done', data: '' },
];

test.each([1, 2, 3, 7, 1000])('readEvents_CutIntoPiecesOf%i_GivesTheSameEvents', async (size) => {
  expect(await all(cut(stream, size))).toEqual(expected);
});

test('readEvents_BrokenOffBeforeTheBlankLine_LeavesTheLastOut', async () => {
  expect(await all(cut('data: a\n\ndata: b\n', 5))).toEqual([{ name: 'message', data: 'a' }]);
});
