// Usage: node zxing-wasm.mjs FOLDER_OF_zxing-wasm PICTURE...
// Prints a line for each code in PNG pictures: the picture's number from 0, format, symbology identifier, text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...pictures] = process.argv.slice(2);
const reader = await import(pathToFileURL(join(folder, 'dist/es/reader/index.js')));
reader.prepareZXingModule({
  overrides: { wasmBinary: readFileSync(join(folder, 'dist/reader/zxing_reader.wasm')).buffer },
});
for (const [number, picture] of pictures.entries()) {
  const codes = await reader.readBarcodes(new Uint8Array(readFileSync(picture)), { tryHarder: true, textMode: 'Plain' });
  for (const code of codes) {
    console.log([number, code.format, code.symbologyIdentifier, code.text].join('\t'));
  }
}
