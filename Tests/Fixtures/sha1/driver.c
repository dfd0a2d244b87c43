// Hashes the standard input as the program does, and as libgit2 does alone: from 0 bytes to all of them, in parts of several
// sizes. Prints whether the processor's instructions are used, how many of these hashes differ, and of the whole input the
// digest and whether it is said to be part of a known attack.

#include "../../../Sources/Cwrap/sha1.c"
#include <stdio.h>

// At least as large as libgit2's state.
typedef union { struct state state; char room[8192]; } State;

static int ours(const char *text, size_t size, size_t part, unsigned char digest[20]) {
  State state;
  SHA1DCInit(&state.state);
  for (size_t at = 0; at < size; at += part) __wrap_SHA1DCUpdate(&state.state, text + at, size - at < part ? size - at : part);
  return __wrap_SHA1DCFinal(digest, &state.state);
}

static int theirs(const char *text, size_t size, unsigned char digest[20]) {
  State state;
  SHA1DCInit(&state.state);
  __real_SHA1DCUpdate(&state.state, text, size);
  return __real_SHA1DCFinal(digest, &state.state);
}

int main(void) {
  static char text[1 << 16];
  static const size_t parts[] = {1, 9, 63, 64, 65, 1000, sizeof text};
  size_t size = fread(text, 1, sizeof text, stdin);
  unsigned char one[20], other[20];
  int differ = 0, found = 0;
  for (size_t length = 0; length <= size; length++) {
    found = theirs(text, length, other);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
      differ += ours(text, length, parts[i], one) != found || memcmp(one, other, sizeof one) != 0;
    }
  }
#ifdef __x86_64__
  printf("%d ", isFast);
#else
  printf("0 ");
#endif
  printf("%d %d ", differ, found != 0);
  for (size_t i = 0; i < sizeof one; i++) printf("%02x", one[i]);
  printf("\n");
}
