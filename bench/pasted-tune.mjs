/**
 * A tune in ABC of which a network of folk-rnn's vocabulary reads exactly so many tokens, the end included: measures of 4/4, a note and a
 * bar a token, a duration another.
 */
export function pastedTune(tokens, seed) {
  let state = 2463534242 + seed;
  const draw = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pitches = ['G,', 'A,', 'B,', 'C', 'D', 'E', 'F', 'G', 'A', 'B', 'c', 'd', 'e', 'f', 'g', 'a'];
  let at = 8;
  const note = () => {
    at = Math.max(0, Math.min(pitches.length - 1, at + draw(7) - 3));
    return pitches[at];
  };
  // Meter, key and end are three.
  let left = tokens - 3;
  const lines = [];
  for (let line = []; left > 0; ) {
    // At most eight notes and a bar; the last measure takes what is left, on one note of many eighths if it must.
    let measure = '';
    let room = 8;
    let used = 0;
    while (room > 0 && used < left - 1) {
      const long = room >= 2 && used < left - 2 && draw(3) === 0;
      measure += note() + (long ? '2' : '');
      room -= long ? 2 : 1;
      used += long ? 2 : 1;
    }
    left -= used + 1;
    line.push(`${measure} |`);
    if (line.length === 4 || left <= 0) {
      lines.push(line.join(' '));
      line = [];
    }
  }
  return `X:1\nT:a long tune\nM:4/4\nL:1/8\nK:Cmaj\n${lines.join('\n')}\n`;
}
