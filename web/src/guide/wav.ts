/** Samples of one channel as a WAV file: every browser plays it, and it is exact to the sample. */

export function wav(samples: Int16Array<ArrayBuffer>, rate: number): Blob {
  const head = new DataView(new ArrayBuffer(44));
  const word = (at: number, text: string) =>
    [...text].forEach((one, i) => head.setUint8(at + i, one.charCodeAt(0)));
  const bytes = samples.byteLength;
  word(0, "RIFF");
  head.setUint32(4, 36 + bytes, true);
  word(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate * 2, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  word(36, "data");
  head.setUint32(40, bytes, true);
  return new Blob([head.buffer, samples], { type: "audio/wav" });
}
