import type { Client } from '../api/client.ts';

/** Hands the person a file. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  fetchFrom(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}

/** Has the browser fetch a file from an address of the studio; without a name the server's own holds. */
export function fetchFrom(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Has the browser fetch a file of what is kept here, once all that was changed is kept. */
export async function fetchKept(api: Client, address: string): Promise<void> {
  await api.changed();
  fetchFrom(address);
}

/** A name as a file's: letters, digits and hyphens. */
export function fileStem(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'tune' : plain.slice(0, 80);
}
