/* SPDX-License-Identifier: Apache-2.0 */
/* The head of an HTTP response, byte for byte. A field line is only taken when the first byte after
 * its end shows that it is not folded; until then it waits in line. What does not fit in line is
 * left out of it, but counts towards the maximum of a head. */
#include "wire/http_head.h"

#include "base/buf.h"
#include "base/clean.h"

#include <string.h>
#include <strings.h>

/* The longest part of a value that is cleaned: a byte may become "\xNN". */
enum { VALUE_BYTES = CLEAN_MAX };

static const char *const names[N_HTTP_FIELDS] = {
	[HTTP_LOCATION] = "Location",
	[HTTP_SERVER] = "Server",
	[HTTP_VIA] = "Via",
	[HTTP_WWW_AUTHENTICATE] = "WWW-Authenticate",
	[HTTP_PROXY_AUTHENTICATE] = "Proxy-Authenticate",
	[HTTP_RETRY_AFTER] = "Retry-After",
	[HTTP_DATE] = "Date",
	[HTTP_CONTENT_TYPE] = "Content-Type",
	[HTTP_CONTENT_LENGTH] = "Content-Length",
	[HTTP_TRANSFER_ENCODING] = "Transfer-Encoding",
	[HTTP_X_SQUID_ERROR] = "X-Squid-Error",
	[HTTP_X_CACHE] = "X-Cache",
	[HTTP_CF_RAY] = "CF-Ray",
	[HTTP_X_AMZ_CF_ID] = "X-Amz-Cf-Id",
	[HTTP_X_SERVED_BY] = "X-Served-By",
	[HTTP_X_PROXY_ERROR] = "X-Proxy-Error",
	[HTTP_ALT_SVC] = "Alt-Svc",
	[HTTP_UPGRADE] = "Upgrade",
	[HTTP_ALLOW] = "Allow",
	[HTTP_CONNECTION] = "Connection",
	[HTTP_PROXY_STATUS] = "Proxy-Status",
	[HTTP_SEC_WEBSOCKET_ACCEPT] = "Sec-WebSocket-Accept",
};

void http_head_init(struct http_head *head)
{
	memset(head, 0, sizeof(*head));
	head->state = HTTP_FEED_MORE;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

static enum http_feed fail(struct http_head *h, enum http_bad bad)
{
	h->bad = bad;
	h->state = HTTP_FEED_BAD;
	return h->state;
}

static void trim(const char **text, size_t *len)
{
	while (*len > 0 && blank((*text)[0])) {
		(*text)++;
		(*len)--;
	}
	while (*len > 0 && blank((*text)[*len - 1])) {
		(*len)--;
	}
}

/* "HTTP/1.1 200 OK". Some servers leave out the blank before an empty reason. */
static bool take_status_line(struct http_head *h)
{
	const char *p = h->line;
	const char *end = h->line + h->line_len;
	const char *rest = NULL;
	size_t n = 0;
	unsigned status = 0;
	struct buf buf;

	h->major = (uint8_t)(p[5] - '0');
	p += 6;
	h->minor = 0;
	if (end - p >= 2 && p[0] == '.' && p[1] >= '0' && p[1] <= '9') {
		h->minor = (uint8_t)(p[1] - '0');
		p += 2;
	}
	if (p == end || !blank(*p)) {
		return false;
	}
	while (p < end && blank(*p)) {
		p++;
	}
	for (n = 0; n < 3 && p < end && *p >= '0' && *p <= '9'; n++) {
		status = status * 10 + (unsigned)(*p++ - '0');
	}
	if (n < 3 || status < 100 || (p < end && !blank(*p))) {
		return false;
	}
	h->status = (uint16_t)status;
	rest = p;
	n = (size_t)(end - p);
	trim(&rest, &n);
	buf_init(&buf, h->reason, sizeof(h->reason));
	clean_put(&buf, rest, n, VALUE_BYTES);
	buf_init(&buf, h->status_line, sizeof(h->status_line));
	clean_put(&buf, h->line, h->line_len, HTTP_STATUS_LINE_MAX);
	return true;
}

static void keep_value(struct http_head *h, enum http_field field, const char *text, size_t len)
{
	struct buf buf = { .text = h->value[field],
		           .size = HTTP_VALUE_MAX,
		           .len = strlen(h->value[field]) };

	if (field == HTTP_LOCATION && h->count[field] == 0) {
		struct buf whole;

		buf_init(&whole, h->location, sizeof(h->location));
		clean_put(&whole, text, len, sizeof(h->location));
	}
	if (h->count[field]++ > 0) {
		buf_puts(&buf, ", ");
	}
	clean_put(&buf, text, len, VALUE_BYTES);
}

/* The field line that waits in line is complete. */
static void take_field(struct http_head *h)
{
	const char *colon = memchr(h->line, ':', h->line_len);
	size_t n_name = colon != NULL ? (size_t)(colon - h->line) : 0;
	const char *value = NULL;
	size_t n = 0;

	h->n_fields++;
	/* RFC 9112 section 5.1 forbids blanks before the colon; a client may take them. */
	while (n_name > 0 && blank(h->line[n_name - 1])) {
		n_name--;
	}
	if (n_name == 0) {
		h->n_bad++;
		return;
	}
	value = colon + 1;
	n = h->line_len - (size_t)(value - h->line);
	trim(&value, &n);
	for (int i = 0; i < N_HTTP_FIELDS; i++) {
		if (strlen(names[i]) == n_name && strncasecmp(h->line, names[i], n_name) == 0) {
			keep_value(h, (enum http_field)i, value, n);
			return;
		}
	}
}

/* An empty line: the head is complete, or the next one begins. */
static void end_head(struct http_head *h)
{
	if (h->status >= 200 || h->status == 101) {
		h->state = HTTP_FEED_DONE;
		return;
	}
	h->interim_status = h->status;
	if (++h->n_interim > HTTP_INTERIM_MAX) {
		fail(h, HTTP_BAD_TOO_LONG);
		return;
	}
	h->status = 0;
	h->in_fields = false;
	h->n_fields = 0;
	memset(h->count, 0, sizeof(h->count));
	memset(h->value, 0, sizeof(h->value));
	h->location[0] = '\0';
}

/* The line that waits is complete: what it is depends on what came before. */
static void take_line(struct http_head *h)
{
	if (!h->in_fields) {
		if (!take_status_line(h)) {
			fail(h, HTTP_BAD_STATUS_LINE);
		}
		h->in_fields = true;
	} else {
		take_field(h);
		if (h->n_fields > HTTP_FIELDS_MAX) {
			fail(h, HTTP_BAD_TOO_LONG);
		}
	}
	h->line_len = 0;
}

/* Whether the line so far may still become "HTTP/" and a digit. */
static bool begins_as_http(const struct http_head *h)
{
	size_t n = h->line_len < 5 ? h->line_len : 5;

	return memcmp(h->line, "HTTP/", n) == 0 &&
	       (h->line_len < 6 || (h->line[5] >= '0' && h->line[5] <= '9'));
}

static void drop_cr(struct http_head *h)
{
	if (h->line_len > 0 && h->line[h->line_len - 1] == '\r') {
		h->line_len--;
	}
}

static void take_char(struct http_head *h, char c)
{
	if (h->line_start) { /* c is the first of a line, and the line before waits */
		if (h->in_fields && blank(c) && h->line_len > 0) {
			h->line_start = false; /* folded (RFC 9112 section 5.2) */
		} else if (h->line_len > 0 && c != '\r' && c != '\n') {
			take_line(h);
			h->line_start = false;
		} else if (h->line_len > 0) { /* the empty line; with CR, its LF comes next */
			take_line(h);
		}
		if (h->state != HTTP_FEED_MORE) {
			return;
		}
	}
	if (c != '\n') {
		if (h->line_start && c == '\r') {
			return;
		}
		h->line_start = false;
		if (c == '\t') {
			c = ' '; /* a blank as well, but one that can be shown */
		}
		if (h->line_len < sizeof(h->line)) {
			h->line[h->line_len++] = c;
		}
		return;
	}
	if (h->line_start) {
		end_head(h);
		h->line_start = false;
		return;
	}
	drop_cr(h);
	if (!h->in_fields) {
		take_line(h); /* a status line is never folded */
	}
	h->line_start = true;
}

enum http_feed http_head_feed(struct http_head *head, const void *bytes, size_t len,
                              size_t *ret_used)
{
	const char *p = bytes;
	size_t i = 0;

	for (i = 0; i < len && head->state == HTTP_FEED_MORE; i++) {
		/* RFC 9112 section 2.2: an empty line may stand before a message. */
		bool before = !head->in_fields && head->line_len == 0;

		if (++head->n_bytes > HTTP_HEAD_MAX) {
			fail(head, HTTP_BAD_TOO_LONG);
			break;
		}
		if (before && head->n_interim > 0 && (p[i] == '\r' || p[i] == '\n')) {
			continue;
		}
		take_char(head, p[i]);
		if (!head->in_fields && !begins_as_http(head)) {
			if (head->n_interim > 0) {
				fail(head, HTTP_BAD_STATUS_LINE);
			} else {
				head->state = HTTP_FEED_FOREIGN;
			}
		}
	}
	*ret_used = i;
	return head->state;
}

const char *http_head_value(const struct http_head *head, enum http_field field)
{
	if (field >= N_HTTP_FIELDS || head->count[field] == 0) {
		return NULL;
	}
	return field == HTTP_LOCATION ? head->location : head->value[field];
}

const char *http_head_name(enum http_field field)
{
	return field < N_HTTP_FIELDS ? names[field] : "";
}

int64_t http_head_length(const struct http_head *head)
{
	const char *text = head->value[HTTP_CONTENT_LENGTH];
	size_t n = strcspn(text, ", ");
	int64_t length = -1;
	int64_t next = -1;

	if (n == 0 || text[0] == '-' || str_to_int(text, n, &length) < 0) {
		return -1;
	}
	for (text += n; *text != '\0'; text += n) { /* repeated: only the same is well */
		text += strspn(text, ", ");
		n = strcspn(text, ", ");
		if (n == 0 || str_to_int(text, n, &next) < 0 || next != length) {
			return -1;
		}
	}
	return length;
}
