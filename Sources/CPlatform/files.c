#define _GNU_SOURCE
#include "CPlatform.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

_Static_assert(PLATFORM_PATH_LIMIT >= PATH_MAX, "a resolved path fits");

static int outcome(int result) { return result < 0 ? -errno : result; }

static int open_again(const char *path, int flags, mode_t mode) {
  int file;
  do file = open(path, flags | O_CLOEXEC, mode);
  while (file < 0 && errno == EINTR);
  return outcome(file);
}

/* The mask of the process must not decide who may read a file. A file that was just made is our
   own, so a refusal means a file system that knows no modes, such as that of a stick. */
static int with_mode(int file, uint32_t mode) {
  if (file < 0 || fchmod(file, mode) == 0 || errno == EPERM || errno == EOPNOTSUPP) return file;
  int error = errno;
  close(file);
  return -error;
}

int platform_open_to_read(const char *path, int follow) {
  return open_again(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | (follow ? 0 : O_NOFOLLOW), 0);
}

int platform_open_unnamed(const char *folder, uint32_t mode) {
  /* Without the process file system the file could not be given a name later. */
  if (access("/proc/self/fd", X_OK) != 0) return -EOPNOTSUPP;
  int file = open_again(folder, O_TMPFILE | O_RDWR, mode);
  /* Kernels and file systems without unnamed files answer in several ways. */
  if (file == -EISDIR || file == -EINVAL) return -EOPNOTSUPP;
  return with_mode(file, mode);
}

int platform_open_new(const char *path, uint32_t mode) {
  return with_mode(open_again(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode), mode);
}

int platform_open_lock(const char *path, uint32_t mode) {
  int file = open_again(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  if (file != -EEXIST) return with_mode(file, mode);
  return open_again(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);
}

int platform_try_lock(int file) {
  int result;
  do result = flock(file, LOCK_EX | LOCK_NB);
  while (result < 0 && errno == EINTR);
  return outcome(result);
}

void platform_pause(unsigned milliseconds) {
  struct timespec rest = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
  while (nanosleep(&rest, &rest) != 0 && errno == EINTR) continue;
}

int platform_name_unnamed(int file, const char *path) {
  char unnamed[64];
  snprintf(unnamed, sizeof unnamed, "/proc/self/fd/%d", file);
  return outcome(linkat(AT_FDCWD, unnamed, AT_FDCWD, path, AT_SYMLINK_FOLLOW));
}

int platform_write(int file, const void *start, size_t count) {
  const char *next = start;
  while (count > 0) {
    ssize_t written = write(file, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return -errno;
    if (written == 0) return -EIO;
    next += written;
    count -= (size_t)written;
  }
  return 0;
}

int64_t platform_read(int file, void *start, size_t count) {
  char *next = start;
  size_t left = count;
  while (left > 0) {
    ssize_t got = read(file, next, left);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -errno;
    if (got == 0) break;
    next += got;
    left -= (size_t)got;
  }
  return (int64_t)(count - left);
}

int platform_rewind(int file) { return lseek(file, 0, SEEK_SET) < 0 ? -errno : 0; }

static void describe(const struct stat *found, struct platform_status *status) {
  status->size = found->st_size;
  status->modified = found->st_mtim.tv_sec;
  status->mode = found->st_mode & 07777;
  status->owner = found->st_uid;
  status->is_regular = S_ISREG(found->st_mode);
  status->is_directory = S_ISDIR(found->st_mode);
  status->is_own = found->st_uid == geteuid();
}

int platform_status_of(int file, struct platform_status *status) {
  struct stat found;
  if (fstat(file, &found) != 0) return -errno;
  describe(&found, status);
  return 0;
}

int platform_status_at(const char *path, struct platform_status *status) {
  struct stat found;
  if (stat(path, &found) != 0) return -errno;
  describe(&found, status);
  return 0;
}

int platform_is_there(const char *path) {
  struct stat found;
  return lstat(path, &found) != 0 ? -errno : 0;
}

int platform_may_write(const char *path) {
  return outcome(faccessat(AT_FDCWD, path, W_OK, AT_EACCESS));
}

/* A failed sync is never tried again: the kernel may have dropped the pages and would then say
   yes. Only an interruption, which drops nothing, is. */
int platform_sync(int file) {
  int result;
  do result = fsync(file);
  while (result < 0 && errno == EINTR);
  return outcome(result);
}

int platform_sync_folder(const char *path) {
  int folder = open_again(path, O_RDONLY | O_DIRECTORY, 0);
  if (folder < 0) return folder;
  int result = platform_sync(folder);
  close(folder);
  return result;
}

int platform_close(int file) { return outcome(close(file)); }

int platform_set_mode(const char *path, uint32_t mode) { return outcome(chmod(path, mode)); }

int platform_set_modified(const char *path, int64_t seconds) {
  struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = seconds}};
  return outcome(utimensat(AT_FDCWD, path, times, 0));
}

int platform_make_folder(const char *path, uint32_t mode) {
  if (mkdir(path, mode) != 0) return -errno;
  int result = platform_set_mode(path, mode);
  return result == -EPERM || result == -EOPNOTSUPP ? 0 : result;
}

int platform_rename(const char *from, const char *to) { return outcome(rename(from, to)); }

int platform_remove(const char *path) { return outcome(unlink(path)); }

int platform_remove_folder(const char *path) { return outcome(rmdir(path)); }

int platform_resolve(const char *path, char *resolved) {
  return realpath(path, resolved) == NULL ? -errno : 0;
}

int platform_list(const char *path, void *context,
                  void (*visit)(void *context, const char *name)) {
  DIR *folder = opendir(path);
  if (folder == NULL) return -errno;
  struct dirent *entry;
  errno = 0;
  while ((entry = readdir(folder)) != NULL) {
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      visit(context, entry->d_name);
    errno = 0;
  }
  int error = errno;
  closedir(folder);
  return -error;
}

uint32_t platform_set_mask(uint32_t mask) { return umask(mask); }
