// Each object that is judged or written is hashed, and libgit2 does that as git does: by SHA-1 that also looks whether a
// block belongs to one of the known attacks (Stevens and Shumow, "Speeding up detection of SHA-1 collision attacks using
// unavoidable attack conditions", 2017). That was a sixth of `hoso verify`, two thirds of it the compression, for which
// processors have instructions.
//
// The program is linked with `--wrap=SHA1DCUpdate` and `--wrap=SHA1DCFinal` (Makefile), by which libgit2's calls come here. A
// block is compressed by the processor; libgit2's own `ubc_check` then judges its schedule, and a block that could be one of
// an attack goes from the state before it to libgit2's own code, which decides. So a collision is always its finding. Where
// the processor lacks the instructions, or libgit2's state is laid out in another way, all goes to libgit2.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// How libgit2's SHA1_CTX begins.
struct state {
  uint64_t total;
  uint32_t hash[5];
  unsigned char block[64];
  int found, isSafe, detects, checksConditions, isReduced;
};

// Weak, for a program that is linked without `--wrap` or loads libgit2 has no such names, and calls none of this.
extern void SHA1DCInit(struct state *state) __attribute__((weak));
extern void __real_SHA1DCUpdate(struct state *state, const char *bytes, size_t size) __attribute__((weak));
extern int __real_SHA1DCFinal(unsigned char digest[20], struct state *state) __attribute__((weak));
extern void ubc_check(const uint32_t schedule[80], uint32_t *vectors) __attribute__((weak));

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>

static bool isFast;

__attribute__((constructor)) static void look(void) {
  unsigned a, b, c, d;
  if (SHA1DCInit == NULL || __real_SHA1DCUpdate == NULL || ubc_check == NULL) return;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1)) return;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & bit_SHA)) return;
  // Larger than the whole state.
  union { struct state state; unsigned char room[8192]; } probe;
  memset(&probe, 0xA5, sizeof probe);
  SHA1DCInit(&probe.state);
  static const uint32_t start[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  const struct state *state = &probe.state;
  isFast = state->total == 0 && memcmp(state->hash, start, sizeof start) == 0 && state->found == 0 && state->isSafe == 1
    && state->detects == 1 && state->checksConditions == 1 && state->isReduced == 0;
}

// Compresses one block into `hash` (FIPS 180-4, 6.1.2) and gives its schedule.
__attribute__((target("sha,sse4.1"))) static void compress(uint32_t hash[5], const char *block, uint32_t schedule[80]) {
  // The instructions want the first word of four in the highest place.
  const __m128i turned = _mm_set_epi64x(0x0001020304050607, 0x08090A0B0C0D0E0F);
  __m128i w[20];
  for (int i = 0; i < 4; i++) w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)block + i), turned);
#pragma clang loop unroll(full)
  for (int i = 4; i < 20; i++)
    w[i] = _mm_sha1msg2_epu32(_mm_xor_si128(_mm_sha1msg1_epu32(w[i - 4], w[i - 3]), w[i - 2]), w[i - 1]);
#pragma clang loop unroll(full)
  for (int i = 0; i < 20; i++) _mm_storeu_si128((__m128i *)schedule + i, _mm_shuffle_epi32(w[i], 0x1B));

  const __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)hash), 0x1B), e = _mm_set_epi32((int)hash[4], 0, 0, 0);
  __m128i now = _mm_sha1rnds4_epu32(abcd, _mm_add_epi32(e, w[0]), 0), before = abcd;
#define FOUR(i) \
  do { \
    __m128i next = _mm_sha1rnds4_epu32(now, _mm_sha1nexte_epu32(before, w[i]), (i) / 5); \
    before = now; \
    now = next; \
  } while (0)
  FOUR(1); FOUR(2); FOUR(3); FOUR(4); FOUR(5); FOUR(6); FOUR(7); FOUR(8); FOUR(9); FOUR(10); FOUR(11); FOUR(12); FOUR(13);
  FOUR(14); FOUR(15); FOUR(16); FOUR(17); FOUR(18); FOUR(19);
#undef FOUR
  hash[4] = (uint32_t)_mm_extract_epi32(_mm_sha1nexte_epu32(before, e), 3);
  _mm_storeu_si128((__m128i *)hash, _mm_shuffle_epi32(_mm_add_epi32(now, abcd), 0x1B));
}

// Takes one whole block; the state holds no part of another.
static void take(struct state *state, const char *block) {
  uint32_t hash[5], schedule[80], vectors = 0;
  memcpy(hash, state->hash, sizeof hash);
  compress(hash, block, schedule);
  ubc_check(schedule, &vectors);
  if (vectors != 0) {
    __real_SHA1DCUpdate(state, block, 64);
  } else {
    memcpy(state->hash, hash, sizeof hash);
    state->total += 64;
  }
}

static bool takes(const struct state *state) {
  return isFast && state->detects && state->checksConditions && !state->isReduced;
}
#else
static void take(struct state *state, const char *block) {}

static bool takes(const struct state *state) { return false; }
#endif

void __wrap_SHA1DCUpdate(struct state *state, const char *bytes, size_t size) {
  if (!takes(state)) {
    __real_SHA1DCUpdate(state, bytes, size);
    return;
  }
  size_t held = state->total & 63;
  if (held + size >= 64) {
    if (held != 0) {
      memcpy(state->block + held, bytes, 64 - held);
      state->total -= held;
      take(state, (const char *)state->block);
      bytes += 64 - held;
      size -= 64 - held;
      held = 0;
    }
    for (; size >= 64; size -= 64, bytes += 64) take(state, bytes);
  }
  if (size > 0) memcpy(state->block + held, bytes, size);
  state->total += size;
}

int __wrap_SHA1DCFinal(unsigned char digest[20], struct state *state) {
  if (!takes(state)) return __real_SHA1DCFinal(digest, state);
  // A one, zeros, and the count of bits at the end of a block.
  char end[72] = {(char)0x80};
  size_t held = state->total & 63, size = (held < 56 ? 64 : 128) - held;
  uint64_t bits = state->total * 8;
  for (int i = 0; i < 8; i++) end[size - 1 - i] = (char)(bits >> 8 * i);
  __wrap_SHA1DCUpdate(state, end, size);
  for (int i = 0; i < 20; i++) digest[i] = (unsigned char)(state->hash[i / 4] >> (24 - 8 * (i % 4)));
  return state->found;
}
