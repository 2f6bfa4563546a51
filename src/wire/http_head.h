/* SPDX-License-Identifier: Apache-2.0 */
/* The head of an HTTP/1.x response, read as it comes (RFC 9112): bare LF, folded fields and interim
 * responses included. Only the fields that say something about a failure are kept, cleaned. The
 * bytes may come in pieces of any size; nothing is allocated. About 12 KiB: mind small stacks. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	HTTP_STATUS_LINE_MAX = 1024, /* bytes of the status line that are kept */
	HTTP_HEAD_MAX = 65536,       /* bytes of a head, interim responses included */
	HTTP_FIELDS_MAX = 200,       /* field lines of a head */
	HTTP_VALUE_MAX = 256,        /* a kept value with its NUL */
	HTTP_LOCATION_MAX = 2048,    /* the same, of Location */
	HTTP_INTERIM_MAX = 10,       /* interim responses that are skipped */
};

enum http_feed {
	HTTP_FEED_MORE,    /* the head is not complete */
	HTTP_FEED_DONE,    /* the final response's head is complete */
	HTTP_FEED_FOREIGN, /* the first bytes are not "HTTP/" and a digit */
	HTTP_FEED_BAD,     /* it began as HTTP and is malformed: http_head.bad says how */
	N_HTTP_FEEDS
};

enum http_bad {
	HTTP_BAD_NOTHING,
	HTTP_BAD_STATUS_LINE, /* no status of three digits */
	HTTP_BAD_TOO_LONG,    /* over HTTP_HEAD_MAX, HTTP_FIELDS_MAX or HTTP_INTERIM_MAX */
	N_HTTP_BAD
};

enum http_field {
	HTTP_LOCATION,
	HTTP_SERVER,
	HTTP_VIA,
	HTTP_WWW_AUTHENTICATE,
	HTTP_PROXY_AUTHENTICATE,
	HTTP_RETRY_AFTER,
	HTTP_DATE,
	HTTP_CONTENT_TYPE,
	HTTP_CONTENT_LENGTH,
	HTTP_TRANSFER_ENCODING,
	HTTP_X_SQUID_ERROR,
	HTTP_X_CACHE,
	HTTP_CF_RAY,
	HTTP_X_AMZ_CF_ID,
	HTTP_X_SERVED_BY,
	HTTP_X_PROXY_ERROR,
	HTTP_ALT_SVC,
	HTTP_UPGRADE,
	HTTP_ALLOW,
	HTTP_CONNECTION,
	HTTP_PROXY_STATUS,
	HTTP_SEC_WEBSOCKET_ACCEPT,
	N_HTTP_FIELDS
};

struct http_head {
	uint16_t status; /* 100 to 999 */
	uint8_t major, minor;
	uint8_t n_interim;       /* interim responses that were skipped */
	uint16_t interim_status; /* the status of the last of them; 0 */
	enum http_bad bad;
	char status_line[HTTP_STATUS_LINE_MAX + 1]; /* cleaned, of the final response */
	char reason[HTTP_VALUE_MAX];                /* cleaned; may be "" */
	uint16_t count[N_HTTP_FIELDS];              /* how often the field came; 0 is absent */
	char value[N_HTTP_FIELDS][HTTP_VALUE_MAX];  /* repeated fields joined by ", " */
	char location[HTTP_LOCATION_MAX];           /* value[HTTP_LOCATION] in full */
	uint16_t n_fields;                          /* field lines, the kept and the others */
	uint16_t n_bad; /* field lines without a name and a colon; they are ignored */

	/* the reader's own */
	enum http_feed state;
	uint32_t n_bytes;
	bool in_fields;
	bool line_start;
	uint16_t line_len;
	char line[HTTP_LOCATION_MAX + 64];
};

/* Starts a response. */
void http_head_init(struct http_head *head);

/* Takes the next bytes. *ret_used is how many belong to the head: when HTTP_FEED_DONE, the body (or
 * what was switched to) is the rest of the len bytes. Once DONE, FOREIGN or BAD it stays so. 1xx
 * are skipped, 101 is final (RFC 9110 section 15.2). */
enum http_feed http_head_feed(struct http_head *head, const void *bytes, size_t len,
                              size_t *ret_used);

/* The value of the field, NULL where it did not come. */
const char *http_head_value(const struct http_head *head, enum http_field field);

/* "Location"..., as it is usually written. Never NULL. */
const char *http_head_name(enum http_field field);

/* The length of the body as Content-Length says; -1 when it does not say or contradicts itself. */
int64_t http_head_length(const struct http_head *head);
