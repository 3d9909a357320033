#define _GNU_SOURCE
#include "CPlatform.h"

#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

int platform_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  /* The limit is ignored where cores go to a pipe, so the process is made undumpable as well. */
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -errno;
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : -errno;
}

void platform_hide_arguments(int count, char *_Nullable *_Nullable words) {
  for (int i = 1; words != NULL && i < count; i++)
    if (words[i] != NULL) explicit_bzero(words[i], strlen(words[i]));
}
