#pragma once
#include <microhttpd.h>

// MHD_start_daemon and MHD_get_connection_info are variadic, which Swift cannot call. One daemon
// with the options Yui uses is started from a struct, so that every value keeps its type.
struct yui_mhd_settings {
  // An already listening socket; its family decides between TCP and Unix.
  int listen_socket;
  unsigned int threads;
  unsigned int connection_limit;
  // Bytes of one connection's pool: request head, and the window through which a body is read.
  size_t connection_memory;
  MHD_AcceptPolicyCallback _Nonnull accept_policy;
  MHD_NotifyConnectionCallback _Nonnull notify_connection;
  void *_Nullable (*_Nonnull request_target)(void *_Nullable context,
                                             const char *_Nonnull target,
                                             struct MHD_Connection *_Nonnull connection);
  MHD_AccessHandlerCallback _Nonnull handler;
  MHD_RequestCompletedCallback _Nonnull request_completed;
  // Handed to every callback above.
  void *_Nullable context;
};

// Replaces MHD's percent decoding, which would cut a path at %00: Swift decodes once, strictly.
static inline size_t yui_mhd_keep_escapes(void *_Nullable context,
                                          struct MHD_Connection *_Nullable connection,
                                          char *_Nonnull text) {
  (void)context;
  (void)connection;
  return __builtin_strlen(text);
}

static inline struct MHD_Daemon *_Nullable yui_mhd_start(const struct yui_mhd_settings *_Nonnull s) {
  return MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0,
      s->accept_policy, s->context, s->handler, s->context,
      MHD_OPTION_LISTEN_SOCKET, s->listen_socket,
      // A pool of one is refused: MHD takes "no pool" for it.
      MHD_OPTION_THREAD_POOL_SIZE, s->threads > 1 ? s->threads : 0,
      MHD_OPTION_CONNECTION_LIMIT, s->connection_limit,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, s->connection_memory,
      MHD_OPTION_NOTIFY_CONNECTION, s->notify_connection, s->context,
      MHD_OPTION_NOTIFY_COMPLETED, s->request_completed, s->context,
      MHD_OPTION_URI_LOG_CALLBACK, s->request_target, s->context,
      MHD_OPTION_UNESCAPE_CALLBACK, yui_mhd_keep_escapes, (void *)0,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_END);
}

static inline int yui_mhd_socket(struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *_Nullable yui_mhd_peer(
    struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : (const struct sockaddr *)0;
}

static inline void *_Nullable yui_mhd_connection_context(
    struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : (void *)0;
}
