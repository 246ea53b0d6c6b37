#pragma once
#include <libpq-fe.h>

// The fields of an error are named by character constants, which Swift does not import as numbers.
static const int yui_pq_field_state = PG_DIAG_SQLSTATE;
static const int yui_pq_field_message = PG_DIAG_MESSAGE_PRIMARY;
static const int yui_pq_field_function = PG_DIAG_SOURCE_FUNCTION;
