#pragma once
#include <git2.h>
#include <git2/sys/alloc.h>
#include <git2/sys/repository.h>
#include <git2/sys/odb_backend.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// `git_libgit2_opts` is variadic and cannot be called from Swift: one function for each option.

/// The package of Debian that libgit2 was taken from into this program, such as `1.5.1+ds-1+deb12u2`; NULL where it is
/// loaded at each start.
static inline const char *hoso_git_package(void) {
#ifdef HOSO_LIBGIT2_PACKAGE
#define HOSO_TEXT(name) #name
#define HOSO_TEXT_OF(name) HOSO_TEXT(name)
  return HOSO_TEXT_OF(HOSO_LIBGIT2_PACKAGE);
#else
  return NULL;
#endif
}

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

/// The most bytes that the cache of objects takes.
static inline int hoso_git_bound_cache(ptrdiff_t size) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t)size);
}

/// The most bytes that libgit2 gets at once: more than the largest file that a school may have.
#define HOSO_MOST_MEMORY ((size_t)64 << 20)

static void *hoso_realloc(void *memory, size_t size, const char *file, int line) {
  void *result = size > HOSO_MOST_MEMORY ? NULL : realloc(memory, size);
  if (result == NULL) git_error_set_oom();
  return result;
}

static void *hoso_malloc(size_t size, const char *file, int line) { return hoso_realloc(NULL, size, file, line); }

static void *hoso_realloc_array(void *memory, size_t count, size_t size, const char *file, int line) {
  size_t whole = 0;
  if (__builtin_mul_overflow(count, size, &whole)) whole = SIZE_MAX;
  return hoso_realloc(memory, whole, file, line);
}

static void *hoso_malloc_array(size_t count, size_t size, const char *file, int line) {
  return hoso_realloc_array(NULL, count, size, file, line);
}

static void *hoso_calloc(size_t count, size_t size, const char *file, int line) {
  void *result = size != 0 && count > HOSO_MOST_MEMORY / size ? NULL : calloc(count, size);
  if (result == NULL) git_error_set_oom();
  return result;
}

static char *hoso_copy(const char *text, size_t size, const char *file, int line) {
  char *result = size == SIZE_MAX ? NULL : (char *)hoso_malloc(size + 1, file, line);
  if (result == NULL) return NULL;
  memcpy(result, text, size);
  result[size] = 0;
  return result;
}

static char *hoso_copy_text(const char *text, const char *file, int line) {
  return hoso_copy(text, strlen(text), file, line);
}

static char *hoso_copy_start(const char *text, size_t most, const char *file, int line) {
  return hoso_copy(text, strnlen(text, most), file, line);
}

/// Bounds what libgit2 may take for one object: a damaged or hostile one may say that it holds any size. To be called before
/// the library starts.
static inline int hoso_git_bound_memory(void) {
  static git_allocator bounded = {
    hoso_malloc, hoso_calloc, hoso_copy_text, hoso_copy_start, hoso_copy, hoso_realloc, hoso_realloc_array,
    hoso_malloc_array, free,
  };
  return git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &bounded);
}

// Linux's own calls: glibc's headers give them under a macro alone that Swift's view of the library is made without.
int sync_file_range(int file, int64_t offset, int64_t count, unsigned flags);
int fcntl(int file, int command, ...);

/// Has the disk begin to take what was written to `file`, and does not wait for it (Linux's SYNC_FILE_RANGE_WRITE).
static inline void hoso_begin_writing(int file) { (void)sync_file_range(file, 0, 0, 2); }

/// 1 where nobody else has this file, opened for writing, open or mapped: the system would give a write lease on it (fcntl(2),
/// F_SETLEASE), which is given back at once. 0 also where the file system knows no leases.
static inline int hoso_is_opened_here_alone(int file) {
  enum { setSignal = 10, setLease = 1024, writing = 1, none = 2, urgent = 23 };
  // Who opens it in this moment would end the process by SIGIO; SIGURG is ignored.
  if (fcntl(file, setSignal, urgent) != 0 || fcntl(file, setLease, writing) != 0) return 0;
  return fcntl(file, setLease, none) == 0;
}

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
