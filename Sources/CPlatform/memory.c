#define _GNU_SOURCE
#include "CPlatform.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

void platform_wipe(void *start, size_t count) { explicit_bzero(start, count); }

/* madvise wants whole pages: the range is widened to the pages it lies in. */
static void mark_pages(const void *start, size_t count, int advice) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t first = (uintptr_t)start & ~(page - 1);
  uintptr_t end = ((uintptr_t)start + count + page - 1) & ~(page - 1);
  madvise((void *)first, end - first, advice);
}

int platform_lock_memory(const void *start, size_t count) {
  mark_pages(start, count, MADV_DONTDUMP);
  return mlock(start, count) == 0 ? 0 : -errno;
}

int platform_unlock_memory(const void *start, size_t count) {
  return munlock(start, count) == 0 ? 0 : -errno;
}

int platform_random(void *start, size_t count) {
  unsigned char *next = start;
  while (count > 0) {
    ssize_t got = getrandom(next, count, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -errno;
    next += got;
    count -= (size_t)got;
  }
  return 0;
}
