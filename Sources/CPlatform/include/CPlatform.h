/* The few system calls that Swift cannot name, each answering 0 (or a file descriptor) when it
   worked and a negated errno when it did not. Interrupted calls are taken up again. */
#ifndef KITH_CPLATFORM_H
#define KITH_CPLATFORM_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>

/* Memory ------------------------------------------------------------------------------------ */

/* Overwrites memory with zeros in a way that the optimiser may not leave out. */
void platform_wipe(void *_Nonnull start, size_t count);

/* Keeps memory out of the swap area and of core dumps; the limit on locked memory may refuse. */
int platform_lock_memory(const void *_Nonnull start, size_t count);

/* Gives locked memory back to the ordinary rules. */
int platform_unlock_memory(const void *_Nonnull start, size_t count);

/* Fills memory from the kernel's random source. */
int platform_random(void *_Nonnull start, size_t count);

/* Process ----------------------------------------------------------------------------------- */

/* Forbids core dumps and stops other programs of the same user from reading this process. */
int platform_forbid_dumps(void);

/* Overwrites the words after the program's name, which every user of the computer can list. */
void platform_hide_arguments(int count, char *_Nullable *_Nullable words);

/* Files ------------------------------------------------------------------------------------- */

/* What is known of a file without reading it. */
struct platform_status {
  int64_t size;
  int64_t modified; /* seconds since 1970 */
  uint32_t mode;    /* the permission bits alone */
  uint32_t owner;   /* the number of the account; its name would be asked of a service */
  int32_t is_regular;
  int32_t is_directory;
  int32_t is_own; /* owned by the user this process runs as */
};

/* Opens a file for reading; with `follow` 0 a symbolic link is refused. Never waits on a pipe. */
int platform_open_to_read(const char *_Nonnull path, int follow);

/* Opens a new file without a name in a folder; -EOPNOTSUPP where the file system has none. */
int platform_open_unnamed(const char *_Nonnull folder, uint32_t mode);

/* Opens a new file under a name that must not exist yet. */
int platform_open_new(const char *_Nonnull path, uint32_t mode);

/* Opens the file that windows of the program lock, and makes it when it is missing. */
int platform_open_lock(const char *_Nonnull path, uint32_t mode);

/* Takes the exclusive lock of an open file, or answers -EWOULDBLOCK at once. */
int platform_try_lock(int file);

/* Waits this many milliseconds. */
void platform_pause(unsigned milliseconds);

/* Gives an unnamed file a name that must not exist yet. */
int platform_name_unnamed(int file, const char *_Nonnull path);

/* Writes all of the bytes, in as many pieces as it takes. */
int platform_write(int file, const void *_Nonnull start, size_t count);

/* Reads until `count` bytes or the end; answers how many there were. */
int64_t platform_read(int file, void *_Nonnull start, size_t count);

/* Goes back to the first byte of an open file. */
int platform_rewind(int file);

/* Whether this process may write to a file or folder. */
int platform_may_write(const char *_Nonnull path);

/* Whether anything has that name, even a symbolic link that leads nowhere. */
int platform_is_there(const char *_Nonnull path);

int platform_status_of(int file, struct platform_status *_Nonnull status);
int platform_status_at(const char *_Nonnull path, struct platform_status *_Nonnull status);
int platform_sync(int file);
int platform_sync_folder(const char *_Nonnull path);
int platform_close(int file);
int platform_set_mode(const char *_Nonnull path, uint32_t mode);
int platform_set_modified(const char *_Nonnull path, int64_t seconds);
int platform_make_folder(const char *_Nonnull path, uint32_t mode);
int platform_rename(const char *_Nonnull from, const char *_Nonnull to);
int platform_remove(const char *_Nonnull path);
int platform_remove_folder(const char *_Nonnull path);

/* Whether a folder lies on a file system that is kept in memory alone: 1 or 0. */
int platform_is_in_memory(const char *_Nonnull path);

/* Follows every symbolic link of a path; `resolved` holds PLATFORM_PATH_LIMIT bytes. */
#define PLATFORM_PATH_LIMIT 4096
int platform_resolve(const char *_Nonnull path, char *_Nonnull resolved);

/* Calls `visit` with the name of each entry of a folder but `.` and `..`. */
int platform_list(const char *_Nonnull path, void *_Nullable context,
                  void (*_Nonnull visit)(void *_Nullable context, const char *_Nonnull name));

/* Sets the mask on the modes of new files and answers the one before; for tests. */
uint32_t platform_set_mask(uint32_t mask);

#endif
