/** Names of models' files; those of PyTorch are told from the others by whoever reads them. */
const endings = /\.(safetensors|pkl|pickle|pkl\.gz|pickle\.gz|pt|pth)$/i;

/** What a file dialog offers. */
export const modelFiles = '.safetensors,.pkl,.pickle,.gz,.pt,.pth';

/** Whether a file is a network and no music: by its name, or by its first bytes (a pickle, a packed file, safetensors). */
export async function isModelFile(file: File): Promise<boolean> {
  if (endings.test(file.name)) return true;
  const start = new Uint8Array(await file.slice(0, 9).arrayBuffer());
  const [first = 0, second = 0] = start;
  // A safetensors file begins with the length of its header, eight bytes of which the upper four are none, and a brace.
  const isSafetensors = start.length === 9 && start[8] === 0x7b && start.subarray(4, 8).every((byte) => byte === 0);
  return (first === 0x80 && second <= 5) || (first === 0x1f && second === 0x8b) || isSafetensors;
}
