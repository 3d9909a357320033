#define _GNU_SOURCE
#include "CPlatform.h"

#include <sys/vfs.h>

int platform_is_in_memory(const char *path) {
  struct statfs system;
  if (statfs(path, &system) != 0) return -errno;
  /* The numbers of tmpfs and ramfs, as statfs(2) lists them. */
  return system.f_type == 0x01021994 || (unsigned)system.f_type == 0x858458f6;
}
