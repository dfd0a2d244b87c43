#pragma once
#include <git2.h>
#include <git2/sys/repository.h>
#include <git2/sys/odb_backend.h>
#include <malloc.h>
#include <string.h>
#include <zlib.h>

// `git_libgit2_opts` is variadic and cannot be called from Swift: one function for each option.

/// Whether each written object, reference and folder is synced to the disk.
static inline int hoso_git_set_fsync(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

/// Whether an object's bytes are hashed again each time it is read.
static inline int hoso_git_set_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

/// Whether parsed and raw objects are cached.
static inline int hoso_git_set_caching(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, enabled);
}

/// Keeps no object of `type` in the cache.
static inline int hoso_git_forget(git_object_t type) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, (size_t)0);
}

/// Keeps memory that a pass gave back for its next object, instead of returning it to the system or merging it each
/// time: zlib's state of some 10 KB for each object would otherwise set off a consolidation of the heap.
static inline void hoso_keep_heap(void) {
  mallopt(M_MXFAST, 0);
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
}

/// Returns memory that is free to the system, after a pass that needed much.
static inline void hoso_trim_heap(void) { malloc_trim(0); }

/// 1 where the zlib stream in `bytes` is a whole loose object: it ends, and holds as much as its header says.
static inline int hoso_loose_is_whole(const void *bytes, size_t size) {
  unsigned char out[65536];
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit(&stream) != Z_OK) return 0;
  // "blob 123" and a NUL, then the content.
  unsigned long long said = 0, found = 0;
  int result = Z_OK;
  while (result == Z_OK) {
    // In parts, for zlib counts in 32 bits.
    if (stream.avail_in == 0) {
      size_t part = size < (1u << 30) ? size : 1u << 30;
      if (stream.next_in == NULL) stream.next_in = (Bytef *)bytes;
      stream.avail_in = (uInt)part;
      size -= part;
    }
    stream.next_out = out;
    // The header alone first.
    int isFirst = found == 0;
    stream.avail_out = isFirst ? 32 : sizeof out;
    result = inflate(&stream, Z_NO_FLUSH);
    size_t length = (size_t)(stream.next_out - out);
    if (isFirst) {
      const unsigned char *end = memchr(out, 0, length), *digit = memchr(out, ' ', length);
      if (end == NULL || digit == NULL || digit + 1 >= end) break;
      while (++digit < end && *digit >= '0' && *digit <= '9') said = said * 10 + (*digit - '0');
      if (digit != end) break;
      said += (size_t)(end - out) + 1;
    }
    found += length;
    if (found == 0) break;
  }
  inflateEnd(&stream);
  return result == Z_STREAM_END && found == said;
}
