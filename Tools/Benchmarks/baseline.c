// The bare C loop that durable writes are compared with: libmicrohttpd with one epoll thread a
// core, requests suspended, one writer that stores what is waiting in a batch with
// synchronous=FULL, and answers after the COMMIT.
//
// It stores the row that the review widget stores for a response, with the same indexes, and does
// nothing else: no tenant, no token, no validation, no rollup. So it is what the libraries give on
// this machine, and the ratio to it says what Yui's work on top of them costs.
//
// Usage: baseline PORT DATABASE THREADS; ends on SIGTERM.

#include <microhttpd.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum { BODY_LIMIT = 4096, BATCH_LIMIT = 1024, ID_LENGTH = 36 };

struct request {
  struct MHD_Connection *connection;
  struct request *next;
  size_t length;
  char id[ID_LENGTH + 1];
  int is_stored;
  char body[BODY_LIMIT + 1];
};

// What is waiting for the writer, oldest first.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t something_waits = PTHREAD_COND_INITIALIZER;
static struct request *first, **last = &first;

static sqlite3 *database;
static sqlite3_stmt *insert, *begin, *commit;

// The table and indexes of Packages/ReviewWidget/Sources/ReviewWidget/Store/ReviewMigrations.swift
static const char schema[] =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "CREATE TABLE reviews_responses (id TEXT PRIMARY KEY, service TEXT NOT NULL,"
    "  score BIGINT NOT NULL, reasons TEXT NOT NULL, comment TEXT NOT NULL, channel TEXT NOT NULL,"
    "  place TEXT NOT NULL, language TEXT NOT NULL, received_at BIGINT NOT NULL,"
    "  dated BIGINT NOT NULL);"
    "CREATE INDEX reviews_responses_received ON reviews_responses (received_at, id);"
    "CREATE INDEX reviews_responses_service ON reviews_responses (service, received_at, id);";

static void fail(const char *what) {
  fprintf(stderr, "baseline: %s: %s\n", what, database ? sqlite3_errmsg(database) : "");
  exit(1);
}

static void require(int result, int expected, const char *what) {
  if (result != expected) fail(what);
}

static long long milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// RFC 9562: 48 bits of time, the rest random.
static void make_uuid_v7(char *text, long long now) {
  unsigned char random[10];
  if (getrandom(random, sizeof random, 0) != sizeof random) fail("getrandom");
  snprintf(text, ID_LENGTH + 1, "%08llx-%04llx-7%01x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
           now >> 16, now & 0xffff, random[0] & 15, random[1], (random[2] & 63) | 128, random[3],
           random[4], random[5], random[6], random[7], random[8], random[9]);
}

// The text of a string member in the body, without undoing escapes.
static const char *member(const struct request *request, const char *key, int *length) {
  const char *start = strstr(request->body, key);
  *length = 0;
  if (!start) return "";
  start += strlen(key);
  const char *end = strchr(start, '"');
  if (end) *length = (int)(end - start);
  return start;
}

static void store(struct request *request) {
  long long now = milliseconds_now();
  int reasons_length, comment_length;
  const char *reasons = member(request, "\"reasons\":[\"", &reasons_length);
  const char *comment = member(request, "\"comment\":\"", &comment_length);
  const char *score = strstr(request->body, "\"score\":");
  make_uuid_v7(request->id, now);
  sqlite3_bind_text(insert, 1, request->id, ID_LENGTH, SQLITE_STATIC);
  sqlite3_bind_int(insert, 2, score ? score[8] - '0' : 0);
  sqlite3_bind_text(insert, 3, reasons, reasons_length, SQLITE_STATIC);
  sqlite3_bind_text(insert, 4, comment, comment_length, SQLITE_STATIC);
  sqlite3_bind_int64(insert, 5, now);
  require(sqlite3_step(insert), SQLITE_DONE, "insert");
  sqlite3_reset(insert);
}

static void run(sqlite3_stmt *statement, const char *what) {
  require(sqlite3_step(statement), SQLITE_DONE, what);
  sqlite3_reset(statement);
}

static void *write_batches(void *unused) {
  (void)unused;
  for (;;) {
    struct request *batch[BATCH_LIMIT];
    int count = 0;
    pthread_mutex_lock(&lock);
    while (!first) pthread_cond_wait(&something_waits, &lock);
    while (first && count < BATCH_LIMIT) {
      batch[count++] = first;
      first = first->next;
    }
    if (!first) last = &first;
    pthread_mutex_unlock(&lock);

    run(begin, "begin");
    for (int i = 0; i < count; i++) store(batch[i]);
    run(commit, "commit");
    for (int i = 0; i < count; i++) {
      batch[i]->is_stored = 1;
      MHD_resume_connection(batch[i]->connection);
    }
  }
  return NULL;
}

static enum MHD_Result answer_created(struct MHD_Connection *connection, struct request *request) {
  char body[64];
  int length = snprintf(body, sizeof body, "{\"id\":\"%s\"}", request->id);
  struct MHD_Response *response =
      MHD_create_response_from_buffer((size_t)length, body, MHD_RESPMEM_MUST_COPY);
  MHD_add_response_header(response, "Content-Type", "application/json");
  enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_CREATED, response);
  MHD_destroy_response(response);
  return result;
}

static enum MHD_Result handle(void *unused, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_length, void **state) {
  (void)unused, (void)url, (void)method, (void)version;
  struct request *request = *state;
  if (!request) {
    *state = request = malloc(sizeof *request);
    if (!request) return MHD_NO;
    request->connection = connection;
    request->next = NULL;
    request->length = 0;
    request->is_stored = 0;
    return MHD_YES;
  }
  if (*upload_length > 0) {
    if (request->length + *upload_length > BODY_LIMIT) return MHD_NO;
    memcpy(request->body + request->length, upload, *upload_length);
    request->length += *upload_length;
    *upload_length = 0;
    return MHD_YES;
  }
  if (request->is_stored) return answer_created(connection, request);
  request->body[request->length] = 0;
  MHD_suspend_connection(connection);
  pthread_mutex_lock(&lock);
  *last = request;
  last = &request->next;
  pthread_cond_signal(&something_waits);
  pthread_mutex_unlock(&lock);
  return MHD_YES;
}

static void finish(void *unused, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode code) {
  (void)unused, (void)connection, (void)code;
  free(*state);
}

static void prepare(sqlite3_stmt **statement, const char *sql) {
  require(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL),
          SQLITE_OK, sql);
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: baseline PORT DATABASE THREADS\n");
    return 2;
  }
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ends, NULL);

  require(sqlite3_open(arguments[2], &database), SQLITE_OK, "open");
  require(sqlite3_exec(database, schema, NULL, NULL, NULL), SQLITE_OK, "schema");
  prepare(&begin, "BEGIN IMMEDIATE");
  prepare(&commit, "COMMIT");
  prepare(&insert,
          "INSERT INTO reviews_responses (id, service, score, reasons, comment, channel, place,"
          " language, received_at, dated) VALUES (?1, 'counter-1', ?2, ?3, ?4, 'web', '', 'ja',"
          " ?5, 1)");

  pthread_t writer;
  if (pthread_create(&writer, NULL, write_batches, NULL) != 0) fail("writer");
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG,
      (unsigned short)atoi(arguments[1]), NULL, NULL, handle, NULL, MHD_OPTION_NOTIFY_COMPLETED,
      finish, NULL, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)atoi(arguments[3]),
      MHD_OPTION_CONNECTION_LIMIT, 2048u, MHD_OPTION_END);
  if (!daemon) fail("listen");
  int signal_number;
  sigwait(&ends, &signal_number);
  // Requests may be with the writer still, so nothing is taken apart: the process ends.
  _exit(0);
}
