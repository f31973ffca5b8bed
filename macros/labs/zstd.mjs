import { constants, zstdCompressSync } from "node:zlib";

/** Bytes as zstd makes them smallest that a page unpacks without much memory. */
export const packed = (bytes, level = 19) =>
  zstdCompressSync(bytes, {
    pledgedSrcSize: bytes.length,
    params: { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_contentSizeFlag]: 1 },
  });
