// A git object lies in one zlib stream whose size is known before it is read. libdeflate unpacks such a whole stream about
// three times as fast as zlib, which is made for streams that come in parts; unpacking was a fifth of reading a history.
//
// The program is linked with `--wrap=inflate` (Makefile), by which libgit2's calls of `inflate` come here. Whatever libdeflate
// does not take goes to zlib itself: a stream in parts, too small a room, a damaged one. So an error is always zlib's.

#include <libdeflate.h>
#include <zlib.h>

// Weak, for a program that is linked without `--wrap` has no such name, and calls none of this.
extern int __real_inflate(z_streamp stream, int flush) __attribute__((weak));

int __wrap_inflate(z_streamp stream, int flush) {
  // Two for each thread, kept until the process ends: one for streams that begin with deflate's fixed codes (RFC 1951,
  // 3.2.6), as small objects do, which so keeps its tables of them, one for all others.
  static _Thread_local struct libdeflate_decompressor *decompressors[2];
  if (flush == Z_FINISH && stream->total_in == 0 && stream->total_out == 0 && stream->next_in != NULL) {
    struct libdeflate_decompressor **slot = &decompressors[stream->avail_in > 2 && (stream->next_in[2] & 6) == 2];
    if (*slot == NULL) *slot = libdeflate_alloc_decompressor();
    struct libdeflate_decompressor *whole = *slot;
    size_t in = 0, out = 0;
    if (whole != NULL
        && libdeflate_zlib_decompress_ex(whole, stream->next_in, stream->avail_in, stream->next_out, stream->avail_out, &in, &out)
             == LIBDEFLATE_SUCCESS) {
      stream->next_in += in;
      stream->avail_in -= (uInt)in;
      stream->total_in += in;
      stream->next_out += out;
      stream->avail_out -= (uInt)out;
      stream->total_out += out;
      return Z_STREAM_END;
    }
  }
  return __real_inflate(stream, flush);
}
