/* SPDX-License-Identifier: Apache-2.0 */
/* What was asked: the target's text, split, what its scheme means, and what is wrong with it. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum scheme {
#define SCHEME(id, name, port, tls, first, app) SCHEME_##id,
#include "target/schemes.def"
	N_SCHEMES
};

struct scheme_info {
	const char *name;
	const char *app; /* the protocol's stage id, NULL where the run ends before it */
	uint16_t port;
	bool tls;
	bool server_first; /* the server speaks first */
};

extern const struct scheme_info target_schemes[N_SCHEMES];

/* What in a target's text cannot work (causes input.*). People paste such things; it is a
 * diagnosis, not a usage error. */
enum flaw {
	FLAW_NONE,
	FLAW_BLANK,       /* a blank or control character in the host */
	FLAW_CHARACTER,   /* a character that no host name has (full-width, comma, quote, ...) */
	FLAW_EMPTY_LABEL, /* two dots in a row, or a leading dot */
	FLAW_LONG_LABEL,  /* a label over 63 bytes, or a name over 253 (RFC 1035 2.3.4) */
	FLAW_V6_BRACKETS, /* an IPv6 literal without brackets where a port may follow */
	FLAW_BAD_ADDRESS, /* looks like an IPv4 address and is none (256.1.1.1, 10.0.0) */
	FLAW_BAD_PORT,    /* a port that is no number or above 65535 */
	FLAW_NO_HOST,     /* nothing where the host should be: http:///path, https://:443 */
	FLAW_PLACEHOLDER, /* undefined, null, None, nil, NaN, ${VAR}, $VAR, {{ x }}, <host>, %s */
	FLAW_CREDENTIALS, /* an unescaped @ : / # ? in the user info moved the host */
	FLAW_UNSPECIFIED, /* 0.0.0.0 or :: */
	FLAW_UNIX_PATH,   /* a socket path that is empty or over 107 bytes (unix(7)) */
	N_FLAWS
};

enum {
	TARGET_TEXT_MAX = 8192,
	TARGET_HOST_MAX = 256,
	TARGET_PATH_MAX = 8192, /* a request line is rarely allowed to be longer */
	TARGET_USER_MAX = 512,
	TARGET_SECRET_MAX = 4096, /* tokens that pass for passwords have more than 1000 bytes */
};

struct target {
	char input[TARGET_TEXT_MAX]; /* as typed, secrets as ***; empty with FLAW_CREDENTIALS */
	enum scheme scheme;
	bool scheme_given; /* typed, and not concluded from the port */
	bool port_given;
	bool literal;         /* the host is an address, which is in addr */
	bool starttls_never;  /* ?starttls=never */
	bool flawed_is_fatal; /* nothing can be sent; false: go on all the same (0.0.0.0) */
	enum flaw flaw;
	char flaw_text[64]; /* the part that is meant, printable, without secrets; may be empty */
	uint16_t port;
	uint32_t scope; /* interface index of a link-local literal, 0: none; set by cli */
	char zone[16];  /* of fe80::1%eth0, "" without */
	struct addr addr;
	char host[TARGET_HOST_MAX]; /* without brackets, in lower case, one trailing dot kept; of an
	                             * address its form in RFC 5952; or the socket's path */
	char path[TARGET_PATH_MAX]; /* path and query, from "/" on, "" when none was typed, without
	                             * fragment, all printable ASCII; its query may hold secrets */
	char user[TARGET_USER_MAX]; /* decoded, "" without */
	char secret[TARGET_SECRET_MAX]; /* decoded password: never shown or stored; "" without */
};

/* Whether the target is a socket of the file system: unix:/path, or a database's URL with one. */
static inline bool target_is_socket(const struct target *t)
{
	return t->scheme == SCHEME_UNIX || t->host[0] == '/';
}

/* Why a command line's target is no target: text says what, suggestion (or "") what may be
 * meant. */
struct target_error {
	char text[160];
	char suggestion[160];
};

/* Reads a target from exactly len bytes: URL, host:port, [v6]:port, unix:/path or host (a bare host
 * is https on 443; the scheme of host:port is the first of that port in schemes.def, else tcp).
 * 0 also for a target that cannot work (flaw says why; then host may be ""); -EINVAL for an
 * unknown scheme, an empty text or one that is too long, with ret_error filled. */
int target_parse(const char *text, size_t len, struct target *ret, struct target_error *ret_error);

/* As target_parse() for what follows "scheme://" in a URL, with port where none is given: a proxy's
 * address has curl's ports. */
int target_parse_rest(enum scheme scheme, uint16_t port, const char *text, size_t len,
                      struct target *ret, struct target_error *ret_error);

/* Appends the target as a URL without user info: scheme://host[:port][/path]; the port is left out
 * where it is the scheme's own. */
void target_format(struct buf *buf, const struct target *target);

/* Appends path and query with *** for the values of password=, token= and their like: what may be
 * shown and stored. path itself is for the request alone. */
void target_format_path(struct buf *buf, const struct target *target);

/* Appends host:port, with brackets around an IPv6 literal. */
void target_format_authority(struct buf *buf, const struct target *target);

/* A target for an address or name that another target led to (proxy, redirect, jump). 0, or
 * -EINVAL when host does not fit. */
int target_make(enum scheme scheme, const char *host, uint16_t port, const char *path,
                struct target *ret);

/* Resolves a Location header (RFC 3986 section 5, RFC 9110 10.2.2) against base. User info of base
 * is kept only for the same scheme, host and port. 0, or -EINVAL when it is no http(s) target. */
int target_redirect(const struct target *base, const char *location, size_t len,
                    struct target *ret);

/* The word of a flaw as evidence writes it ("blank", "placeholder", ...). */
extern const char *const target_flaw_words[N_FLAWS];
