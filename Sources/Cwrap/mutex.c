// libgit2 holds its locks for less than a microsecond, and two threads that read one pack meet at them some hundred thousand
// times. A mutex of the default kind puts who meets another to sleep, by two system calls; an adaptive one looks again a few
// times first.
//
// The program is linked with `--wrap=pthread_mutex_init` (Makefile), by which the calls of all that is linked into it come
// here: besides libgit2's those of Swift's libraries, for which an adaptive mutex does all that a default one does. Who names
// attributes gets the mutex asked for.

#define _GNU_SOURCE
#include <pthread.h>

// Weak, for a program that is linked without `--wrap` has no such name, and calls none of this.
extern int __real_pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes) __attribute__((weak));

int __wrap_pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes) {
  pthread_mutexattr_t adaptive;
  if (attributes != NULL || pthread_mutexattr_init(&adaptive) != 0) return __real_pthread_mutex_init(mutex, attributes);
  pthread_mutexattr_settype(&adaptive, PTHREAD_MUTEX_ADAPTIVE_NP);
  int error = __real_pthread_mutex_init(mutex, &adaptive);
  pthread_mutexattr_destroy(&adaptive);
  return error;
}
