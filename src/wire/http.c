/* SPDX-License-Identifier: Apache-2.0 */
/* Writing HTTP/1.1 requests. Whatever would break the head (blanks in the target, line ends
 * anywhere) is refused, so that no text of a user or a redirect can add fields to it. */
#include "wire/http.h"
#include "base/base64.h"

#include <errno.h>
#include <string.h>

static bool visible(const char *text)
{
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text <= 0x20 || *text == 0x7f) {
			return false;
		}
	}
	return true;
}

/* A field value: blanks and UTF-8 are well, control characters are not. */
static bool fits_field(const char *text)
{
	for (; *text != '\0'; text++) {
		if (((unsigned char)*text < 0x20 && *text != '\t') || *text == 0x7f) {
			return false;
		}
	}
	return true;
}

void http_authority(struct buf *buf, const char *host, uint16_t port, uint16_t default_port)
{
	if (strchr(host, ':') != NULL) {
		buf_putc(buf, '[');
		buf_put(buf, host, strcspn(host, "%"));
		buf_putc(buf, ']');
	} else {
		buf_puts(buf, host);
	}
	if (port != default_port) {
		buf_putc(buf, ':');
		buf_int(buf, port);
	}
}

/* The byte at i of "user:secret". */
static char login_byte(const char *user, size_t n_user, const char *secret, size_t i)
{
	if (i < n_user) {
		return user[i];
	}
	if (i > n_user) {
		return secret[i - n_user - 1];
	}
	return ':';
}

/* RFC 7617: user and secret in base64, so that no byte of them can break the head. */
static void put_basic(struct buf *buf, const char *field, const char *user, const char *secret)
{
	size_t n_user = user != NULL ? strlen(user) : 0;
	size_t len = n_user + 1 + (secret != NULL ? strlen(secret) : 0);

	if (user == NULL) {
		return;
	}
	buf_puts(buf, field);
	buf_puts(buf, ": Basic ");
	for (size_t i = 0; i < len; i += 3) { /* no copy of the secret, however long it is */
		char part[3];
		size_t n = 0;

		for (; n < 3 && i + n < len; n++) {
			part[n] = login_byte(user, n_user, secret, i + n);
		}
		base64_put(buf, part, n);
	}
	buf_puts(buf, "\r\n");
}

static bool sendable(const struct http_request *q, const char *path)
{
	bool fine =
		q->host[0] != '\0' && visible(q->host) && q->host[strcspn(q->host, "/?#@")] == 0;

	fine = fine && visible(path) && path[0] == '/';
	fine = fine && (q->method == NULL || (q->method[0] != '\0' && visible(q->method)));
	fine = fine && (q->bearer == NULL || visible(q->bearer));
	fine = fine && (q->host_header == NULL || visible(q->host_header));
	return fine && (q->connection == NULL || fits_field(q->connection));
}

int http_build(struct buf *buf, const struct http_request *request)
{
	const struct http_request *q = request;
	const char *method = q->method != NULL ? q->method : "GET";
	const char *path = q->path != NULL && q->path[0] != '\0' ? q->path : "/";
	bool connect = strcmp(method, "CONNECT") == 0;

	if (!sendable(q, path)) {
		return -EINVAL;
	}
	buf_puts(buf, method);
	buf_putc(buf, ' ');
	if (connect) {
		http_authority(buf, q->host, q->port, 0);
	} else {
		if (q->absolute) {
			buf_puts(buf, "http://");
			http_authority(buf, q->host, q->port, q->default_port);
		}
		buf_puts(buf, path);
	}
	buf_puts(buf, " HTTP/1.1\r\nHost: ");
	if (q->host_header != NULL) {
		buf_puts(buf, q->host_header);
	} else {
		http_authority(buf, q->host, q->port, connect ? 0 : q->default_port);
	}
	buf_puts(buf, "\r\nUser-Agent: naze/0.1\r\nAccept: */*\r\n");
	put_basic(buf, "Proxy-Authorization", q->proxy_user, q->proxy_secret);
	put_basic(buf, "Authorization", connect ? NULL : q->user, q->secret);
	if (q->bearer != NULL && !connect) {
		buf_puts(buf, "Authorization: Bearer ");
		buf_puts(buf, q->bearer);
		buf_puts(buf, "\r\n");
	}
	buf_puts(buf, "Connection: ");
	buf_puts(buf, q->connection != NULL ? q->connection : "close");
	buf_puts(buf, "\r\n");
	if (q->extra != NULL) {
		buf_puts(buf, q->extra);
	}
	buf_puts(buf, "\r\n");
	return buf->cut ? -EMSGSIZE : 0;
}

const char *http_status_name(unsigned status)
{
	switch (status) {
#define STATUS(number, name) \
	case number:         \
		return name;
#include "wire/http_status.def"
	default:
		return NULL;
	}
}
