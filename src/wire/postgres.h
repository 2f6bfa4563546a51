/* SPDX-License-Identifier: Apache-2.0 */
/* PostgreSQL's frontend/backend protocol 3.0 up to the end of the login (PostgreSQL manual,
 * chapters 55.2 and 55.7), and what libpq makes of it where the two differ. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	POSTGRES_SSL_REQUEST = 8, /* bytes of an SSLRequest */
	POSTGRES_OUT_MAX = 8192,  /* the longest message that is written */
	POSTGRES_IN_MAX = 32768,  /* the longest that is read: libpq takes no longer error either */
	POSTGRES_METHODS_MAX = 256 /* SASL mechanisms, as text */
};

/* What the server asks for (AuthenticationXXX, 55.7); other numbers are possible. */
enum postgres_auth {
	POSTGRES_AUTH_OK = 0,
	POSTGRES_AUTH_KERBEROS5 = 2,
	POSTGRES_AUTH_PASSWORD = 3,
	POSTGRES_AUTH_MD5 = 5,
	POSTGRES_AUTH_SCM = 6,
	POSTGRES_AUTH_GSS = 7,
	POSTGRES_AUTH_GSS_MORE = 8,
	POSTGRES_AUTH_SSPI = 9,
	POSTGRES_AUTH_SASL = 10,
	POSTGRES_AUTH_SASL_MORE = 11,
	POSTGRES_AUTH_SASL_LAST = 12,
};

/* A message of the server: its body stays in the bytes that were read. */
struct postgres_message {
	char type;
	const uint8_t *body;
	size_t len;
};

/* A text in a message, without its NUL; NULL where it was not sent. */
struct postgres_text {
	const char *at;
	size_t len;
};

/* ErrorResponse and NoticeResponse (55.8). routine is the function in the server's source that
 * reported it: it stays the same in all languages. */
struct postgres_error {
	struct postgres_text
		severity; /* not localised where the server says it (9.6), else as shown */
	struct postgres_text code;
	struct postgres_text message;
	struct postgres_text detail;
	struct postgres_text hint;
	struct postgres_text routine;
};

/* An authentication request. */
struct postgres_request {
	uint32_t method;                    /* enum postgres_auth, or a number that is none of it */
	uint8_t salt[4];                    /* of POSTGRES_AUTH_MD5 */
	bool scram;                         /* of POSTGRES_AUTH_SASL: SCRAM-SHA-256 is offered */
	bool scram_plus;                    /* SCRAM-SHA-256-PLUS is */
	char methods[POSTGRES_METHODS_MAX]; /* all that are offered, blank between; raw */
	const uint8_t *data;                /* of the SASL messages: the mechanism's own */
	size_t n_data;
};

/* Writes an SSLRequest. */
void postgres_ssl_request(uint8_t ret[static POSTGRES_SSL_REQUEST]);

/* Writes a StartupMessage for that user and database ("": the server takes the user's name). The
 * length; -EINVAL when they do not fit. */
int postgres_startup(const char *user, const char *database, uint8_t ret[static POSTGRES_OUT_MAX]);

/* Writes a message of that type with len bytes of body. The length; -EINVAL when it does not
 * fit. */
int postgres_write(char type, const void *body, size_t len, uint8_t ret[static POSTGRES_OUT_MAX]);

/* Reads the message at the beginning of the bytes. How many bytes it has, -EAGAIN when more are
 * needed, -EPROTO when this is no message of a PostgreSQL server. An error in the form that a
 * server gives before it knows the protocol ('E', a text, NUL) comes as type 'e'. */
int postgres_read(const void *bytes, size_t len, struct postgres_message *ret);

/* Reads an ErrorResponse or NoticeResponse; 0, or -EPROTO when it is broken. */
int postgres_read_error(const struct postgres_message *message, struct postgres_error *ret);

/* Reads an authentication request; 0, or -EPROTO when it is broken. */
int postgres_read_request(const struct postgres_message *message, struct postgres_request *ret);

/* Reads a ParameterStatus into name and value; 0, or -EPROTO. */
int postgres_read_parameter(const struct postgres_message *message, struct postgres_text *ret_name,
                            struct postgres_text *ret_value);

/* The word in pg_hba.conf for a method ("scram-sha-256"); NULL for a number without. */
const char *postgres_method_word(const struct postgres_request *request);
