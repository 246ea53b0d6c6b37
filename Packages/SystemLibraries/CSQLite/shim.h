#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a macro with a cast, which Swift cannot import.
static inline sqlite3_destructor_type yui_sqlite_transient(void) {
  return SQLITE_TRANSIENT;
}

// sqlite3_db_config is variadic, which Swift cannot call.
static inline int yui_sqlite_db_config_bool(sqlite3 *_Nonnull db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}

// sqlite3_config is variadic, which Swift cannot call; to be called before anything else.
static inline int yui_sqlite_config_int(int option, int value) {
  return sqlite3_config(option, value);
}
