/* SPDX-License-Identifier: Apache-2.0 */
/* The unencrypted parts of SSH: the identification line, the two offers of algorithms, and the
 * strings of which every message is made (RFC 4251 5, RFC 4253). Pure; foreign bytes come in. */
#pragma once
#include "base/cursor.h"

enum {
	SSH_LINE_MAX = 255,      /* of the identification, its end included (RFC 4253 4.2) */
	SSH_PREFACE_MAX = 16384, /* what may come before it; nobody sends more than a few lines */
	SSH_PACKET_MAX = 65536,  /* of one packet; RFC 4253 6.1 asks for 35000 at least */
	SSH_NAME_MAX = 64,       /* of an algorithm (RFC 4251 6) */
};

/* Message numbers (RFC 4250 4.1, RFC 8308, PROTOCOL of OpenSSH). */
enum ssh_message {
	SSH_DISCONNECT = 1,
	SSH_IGNORE = 2,
	SSH_UNIMPLEMENTED = 3,
	SSH_DEBUG = 4,
	SSH_SERVICE_REQUEST = 5,
	SSH_SERVICE_ACCEPT = 6,
	SSH_EXT_INFO = 7,
	SSH_KEXINIT = 20,
	SSH_NEWKEYS = 21,
	SSH_KEX_INIT = 30,  /* KEXDH_INIT and KEX_ECDH_INIT */
	SSH_KEX_REPLY = 31, /* their replies; KEX_DH_GEX_GROUP */
	SSH_GEX_INIT = 32,
	SSH_GEX_REPLY = 33,
	SSH_GEX_REQUEST = 34,
	SSH_USERAUTH_REQUEST = 50,
	SSH_USERAUTH_FAILURE = 51,
	SSH_USERAUTH_SUCCESS = 52,
	SSH_USERAUTH_BANNER = 53,
	SSH_USERAUTH_PK_OK =
		60, /* of the method publickey; PASSWD_CHANGEREQ and INFO_REQUEST of others */
	SSH_CHANNEL_OPEN = 90,
	SSH_CHANNEL_CONFIRMED = 91,
	SSH_CHANNEL_FAILURE = 92,
	SSH_CHANNEL_WINDOW = 93,
	SSH_CHANNEL_DATA = 94,
	SSH_CHANNEL_EOF = 96,
	SSH_CHANNEL_CLOSE = 97,
};

/* The reasons of a disconnect that matter (RFC 4253 11.1). */
enum { SSH_REASON_PROTOCOL = 2, SSH_REASON_BY_APPLICATION = 11 };

/* Bytes of a message, where they stand. */
struct ssh_span {
	const uint8_t *at;
	size_t len;
};

/* What a message is written into; what does not fit sets cut. */
struct ssh_out {
	uint8_t *bytes;
	size_t size;
	size_t len;
	bool cut;
};

/* Appends a byte, a number, raw bytes, a string (its length and its bytes), a text as string, a
 * positive number given as big-endian bytes (mpint, RFC 4251 5). */
void ssh_put_u8(struct ssh_out *out, uint8_t value);
void ssh_put_u32(struct ssh_out *out, uint32_t value);
void ssh_put(struct ssh_out *out, const void *bytes, size_t len);
void ssh_put_string(struct ssh_out *out, const void *bytes, size_t len);
void ssh_put_text(struct ssh_out *out, const char *text);
void ssh_put_number(struct ssh_out *out, const uint8_t *bytes, size_t len);

/* The next string; empty, and the cursor bad, when it is not all there. */
struct ssh_span ssh_string(struct cursor *c);

/* Whether the span is exactly that text. */
bool ssh_is(struct ssh_span span, const char *text);

/* What a server sends first. */
enum ssh_hello_state {
	SSH_HELLO_MORE,    /* nothing that decides yet */
	SSH_HELLO_LINE,    /* the identification is there */
	SSH_HELLO_FOREIGN, /* this can become none any more */
};

struct ssh_hello {
	enum ssh_hello_state state;
	struct ssh_span line; /* "SSH-2.0-...", without its end */
	size_t used;          /* bytes up to the end of it */
	bool version_2;       /* protocol 2.0, or 1.99 (RFC 4253 5.1) */
};

/* Looks for the identification in the first len bytes; lines before it are allowed (RFC
 * 4253 4.2). */
void ssh_hello_read(const void *bytes, size_t len, struct ssh_hello *ret);

/* The ten lists of an offer, in the order of RFC 4253 7.1. */
enum ssh_list {
	SSH_LIST_KEX,
	SSH_LIST_HOST_KEY,
	SSH_LIST_CIPHER_OUT, /* client to server */
	SSH_LIST_CIPHER_IN,
	SSH_LIST_MAC_OUT,
	SSH_LIST_MAC_IN,
	SSH_LIST_ZIP_OUT,
	SSH_LIST_ZIP_IN,
	SSH_LIST_LANGUAGE_OUT,
	SSH_LIST_LANGUAGE_IN,
	N_SSH_LISTS
};

struct ssh_offer {
	struct ssh_span list[N_SSH_LISTS];
	bool guesses; /* a guessed packet of the key exchange follows */
};

/* Reads the payload of a KEXINIT, its message number included. 0, or -1 when it is none. */
int ssh_offer_read(const void *payload, size_t len, struct ssh_offer *ret);

/* Takes the next name of a list of names with commas between; false at its end. */
bool ssh_next_name(struct ssh_span *list, struct ssh_span *ret);

/* Whether the list holds that name. */
bool ssh_list_has(struct ssh_span list, struct ssh_span name);

/* The first name of ours that is in theirs (RFC 4253 7.1); false when there is none. */
bool ssh_first_common(struct ssh_span ours, struct ssh_span theirs, struct ssh_span *ret);

/* A text as a span. */
struct ssh_span ssh_span_of(const char *text);

/* Decodes base64 (RFC 4648 4), blanks and line ends passed over, to at most size bytes; text ends
 * at len or at '='. How many bytes, or -1 for a character of another kind or too many. */
int ssh_decode(const char *text, size_t len, uint8_t *ret, size_t size);

/* Appends base64 without '=', as fingerprints are written. */
struct buf;
void ssh_encode(struct buf *buf, const uint8_t *bytes, size_t len);
