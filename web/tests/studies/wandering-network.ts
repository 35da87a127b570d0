import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { normal, uniform } from './random.ts';

const header = ['M:4/4', 'K:Cmaj'];
const bars = ['|', '|:', ':|'];
const notes = ['C', 'D', 'E', 'F', 'G', 'A', 'B', 'c', 'd', 'e', '2', '3', '/2', '(3', 'z'];
const vocabulary = ['<s>', '</s>', ...header, ...bars, ...notes];

/** What the softmax adds to a token: the header is given and never drawn, bars stand between the notes, the end is far. */
const leaning = (token: string): number =>
  token === '</s>' ? -9 : token === '<s>' || header.includes(token) ? -30 : token === '|' ? 1 : bars.includes(token) ? -1 : 0;

/**
 * Writes a network of one layer, of random weights and of few tokens: its tunes wander over notes and bars, and end when the limit does.
 * The file's form is docs/file-formats.md, "Lilt's safetensors".
 */
export function writeWanderingNetwork(file: string, units: number): void {
  const next = normal(uniform(7));
  const tensors: { name: string; shape: number[]; values: Float32Array }[] = [];
  const random = (name: string, shape: number[], size: number): void => {
    tensors.push({ name, shape, values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => size * next()) });
  };
  for (const gate of 'ifgo') {
    random(`layer.1.${gate}.weight_x`, [vocabulary.length, units], 0.7);
    random(`layer.1.${gate}.weight_h`, [units, units], 0.5);
    random(`layer.1.${gate}.bias`, [units], 0.2);
  }
  for (const state of ['c0', 'h0']) random(`layer.1.${state}`, [units], 0.1);
  random('output.weight', [units, vocabulary.length], 0.5);
  tensors.push({ name: 'output.bias', shape: [vocabulary.length], values: Float32Array.from(vocabulary, leaning) });

  const described: Record<string, object> = { __metadata__: { name: 'wandering', vocabulary: JSON.stringify(vocabulary) } };
  let at = 0;
  for (const { name, shape, values } of tensors) {
    described[name] = { dtype: 'F32', shape, data_offsets: [at, at + values.byteLength] };
    at += values.byteLength;
  }
  const text = Buffer.from(JSON.stringify(described));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  writeFileSync(file, Buffer.concat([length, text, ...tensors.map(({ values }) => Buffer.from(values.buffer))]));
}
