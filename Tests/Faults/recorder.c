// Records what a process does to the files of one folder, in order, so that a power cut can be
// played at any point of it. Loaded with LD_PRELOAD; RECORD_FOLDER names the folder and RECORD_LOG
// the file that receives the events:
//   kind (1 byte) · length of the path (2) · path · offset (8) · length of the data (4) · data
// Kinds: w write, t truncate to offset, s sync, u unlink.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static FILE *events;
static const char *folder;

__attribute__((constructor)) static void start(void) {
  folder = getenv("RECORD_FOLDER");
  const char *log = getenv("RECORD_LOG");
  if (folder && log) events = fopen(log, "wbe");
}

static void record(char kind, const char *path, uint64_t offset, const void *data, uint32_t size) {
  uint16_t length = (uint16_t)strlen(path);
  pthread_mutex_lock(&lock);
  fputc(kind, events);
  fwrite(&length, 2, 1, events);
  fwrite(path, 1, length, events);
  fwrite(&offset, 8, 1, events);
  fwrite(&size, 4, 1, events);
  fwrite(data, 1, size, events);
  fflush(events);
  pthread_mutex_unlock(&lock);
}

// The path of a descriptor within the folder, or 0 for any other file.
static int watched(int fd, char *path, size_t size) {
  if (!events) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  ssize_t done = NEXT(pwrite64)(fd, data, size, offset);
  char path[4096];
  if (done > 0 && watched(fd, path, sizeof path))
    record('w', path, (uint64_t)offset, data, (uint32_t)done);
  return done;
}

ssize_t write(int fd, const void *data, size_t size) {
  char path[4096];
  if (!watched(fd, path, sizeof path)) return NEXT(write)(fd, data, size);
  off64_t offset = lseek64(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  ssize_t done = NEXT(write)(fd, data, size);
  if (done > 0) record('w', path, (uint64_t)offset, data, (uint32_t)done);
  return done;
}

int ftruncate64(int fd, off64_t size) {
  int result = NEXT(ftruncate64)(fd, size);
  char path[4096];
  if (result == 0 && watched(fd, path, sizeof path)) record('t', path, (uint64_t)size, "", 0);
  return result;
}

static int synced(int fd, int result) {
  char path[4096];
  if (result == 0 && watched(fd, path, sizeof path)) record('s', path, 0, "", 0);
  return result;
}

int fdatasync(int fd) { return synced(fd, NEXT(fdatasync)(fd)); }
int fsync(int fd) { return synced(fd, NEXT(fsync)(fd)); }

int unlink(const char *path) {
  int result = NEXT(unlink)(path);
  if (result == 0 && events && strncmp(path, folder, strlen(folder)) == 0)
    record('u', path, 0, "", 0);
  return result;
}
