#pragma once
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one function for
// each type of argument.

/// Takes `count` bytes; returns how many it took, fewer to stop the transfer.
typedef size_t (*yui_curl_receiver)(
    char *_Nonnull bytes, size_t one, size_t count, void *_Nonnull context);

static inline CURLcode yui_curl_set_long(CURL *_Nonnull curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode yui_curl_set_size(CURL *_Nonnull curl, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(curl, option, value);
}

/// libcurl copies the text, except for CURLOPT_POSTFIELDS.
static inline CURLcode yui_curl_set_text(
    CURL *_Nonnull curl, CURLoption option, const char *_Nullable value) {
  return curl_easy_setopt(curl, option, value);
}

/// The list must live until the transfer is done.
static inline CURLcode yui_curl_set_list(
    CURL *_Nonnull curl, CURLoption option, struct curl_slist *_Nullable list) {
  return curl_easy_setopt(curl, option, list);
}

static inline CURLcode yui_curl_set_receiver(
    CURL *_Nonnull curl, CURLoption function, yui_curl_receiver _Nonnull receiver,
    CURLoption data, void *_Nonnull context) {
  CURLcode code = curl_easy_setopt(curl, function, receiver);
  return code ? code : curl_easy_setopt(curl, data, context);
}

/// Opens the socket of a connection, or returns CURL_SOCKET_BAD to refuse the address.
typedef curl_socket_t (*yui_curl_opener)(
    void *_Nonnull context, curlsocktype purpose, struct curl_sockaddr *_Nonnull address);

static inline CURLcode yui_curl_set_opener(
    CURL *_Nonnull curl, yui_curl_opener _Nonnull opener, void *_Nonnull context) {
  CURLcode code = curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, opener);
  return code ? code : curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, context);
}

static inline CURLcode yui_curl_get_long(CURL *_Nonnull curl, CURLINFO info, long *_Nonnull value) {
  return curl_easy_getinfo(curl, info, value);
}
