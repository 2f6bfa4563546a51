/* SPDX-License-Identifier: Apache-2.0 */
/* Guessing a protocol from its first bytes. Each look_...() knows one family and says no, yes, or
 * maybe (the bytes are a prefix of what it knows). The first yes wins; the families do not overlap
 * where they say yes, so their order matters little. */
#include "wire/spoken.h"

#include <string.h>
#include <strings.h>

enum { LOOK_MAX = 2048 }; /* more bytes than this are not looked at */

struct look {
	const uint8_t *p;
	size_t len;
	enum spoken_after after;
	bool maybe;
};

/* Whether the bytes begin with the n bytes at prefix; a shorter match is a maybe. */
static bool begins_bytes(struct look *l, const void *prefix, size_t n)
{
	if (l->len >= n) {
		return memcmp(l->p, prefix, n) == 0;
	}
	l->maybe = l->maybe || memcmp(l->p, prefix, l->len) == 0;
	return false;
}

static bool begins(struct look *l, const char *prefix)
{
	return begins_bytes(l, prefix, strlen(prefix));
}

/* Whether the text holds the word, without regard to case. */
static bool has(const struct look *l, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= l->len; i++) {
		if (strncasecmp((const char *)l->p + i, word, n) == 0) {
			return true;
		}
	}
	return false;
}

static bool has_any(const struct look *l, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (has(l, *words)) {
			return true;
		}
	}
	return false;
}

static bool whole_line(struct look *l)
{
	bool whole = memchr(l->p, '\n', l->len) != NULL;

	l->maybe = l->maybe || !whole;
	return whole;
}

/* Texts that belong to one protocol from their first byte on. */
static enum wire_spoken look_text(struct look *l)
{
	static const struct {
		const char *prefix;
		enum wire_spoken spoken;
	} texts[] = {
#define TEXT(id, prefix) { prefix, WIRE_SPOKEN_##id },
#include "wire/spoken_text.def"
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (begins(l, texts[i].prefix)) {
			return texts[i].spoken;
		}
	}
	return WIRE_SPOKEN_UNKNOWN;
}

/* Texts where one must read on. */
static enum wire_spoken look_lines(struct look *l)
{
	if (begins(l, "<?xml")) {
		if (has(l, "<stream:stream")) {
			return WIRE_SPOKEN_XMPP;
		}
		(void)whole_line(l);
		return WIRE_SPOKEN_UNKNOWN;
	}
	if (l->len > 0 && l->p[0] == ':' && whole_line(l)) {
		static const char *const words[] = { " NOTICE ", " 001 ", " 020 ", NULL };

		return has_any(l, words) ? WIRE_SPOKEN_IRC : WIRE_SPOKEN_UNKNOWN;
	}
	/* RFC 4253 section 4.2: a server may send other lines before its identification. */
	if (has(l, "\nSSH-2.0-") || has(l, "\nSSH-1.99-")) {
		return WIRE_SPOKEN_SSH;
	}
	return WIRE_SPOKEN_UNKNOWN;
}

static bool digit(uint8_t c)
{
	return c >= '0' && c <= '9';
}

/* "554 5.7.1 ...": enhanced codes are SMTP's (RFC 3463). */
static bool has_enhanced_code(const struct look *l)
{
	const uint8_t *p = l->p;

	return l->len >= 9 && p[4] == p[0] && p[5] == '.' && digit(p[6]) &&
	       (p[7] == '.' || (digit(p[7]) && p[8] == '.'));
}

/* Three digits and a blank or dash: SMTP, FTP and NNTP begin like that. */
static enum wire_spoken look_reply_code(struct look *l)
{
	static const char *const smtp[] = { "smtp", "postfix", "exim", "sendmail", "lmtp", NULL };
	static const char *const ftp[] = { "ftp", "filezilla", NULL };
	static const char *const nntp[] = { "nntp", "nnrp", "internetnews", NULL };
	const uint8_t *p = l->p;
	static const uint8_t dash = '-';

	for (size_t i = 0; i < 3; i++) {
		if (i == l->len) {
			l->maybe = true;
			return WIRE_SPOKEN_UNKNOWN;
		}
		if (!digit(p[i]) || (i == 0 && p[i] != '2' && p[i] != '4' && p[i] != '5')) {
			return WIRE_SPOKEN_UNKNOWN;
		}
	}
	if (l->len == 3) {
		l->maybe = true;
		return WIRE_SPOKEN_UNKNOWN;
	}
	if (p[3] != ' ' && p[3] != dash) {
		return WIRE_SPOKEN_UNKNOWN;
	}
	if (has_any(l, smtp) || has_enhanced_code(l)) {
		return WIRE_SPOKEN_SMTP;
	}
	if (has_any(l, ftp)) {
		return WIRE_SPOKEN_FTP;
	}
	if (has_any(l, nntp)) {
		return WIRE_SPOKEN_NNTP;
	}
	/* A banner may go on in more lines ("220-"). */
	l->maybe = l->maybe || !whole_line(l) || p[3] == dash;
	return memcmp(p, "220", 3) == 0 || memcmp(p, "421", 3) == 0 ? WIRE_SPOKEN_SMTP_OR_FTP
	                                                            : WIRE_SPOKEN_UNKNOWN;
}

/* A TLS record: its type, a version 3.0 to 3.4, a length that a record may have (RFC 8446 5.1). */
static bool look_tls(struct look *l)
{
	const uint8_t *p = l->p;
	size_t size = 0;

	if (l->len > 0 && p[0] != 0x15 && p[0] != 0x16) {
		return false;
	}
	if (l->len > 1 && (p[1] != 3 || (l->len > 2 && p[2] > 4))) {
		return false;
	}
	if (l->len < 5) {
		l->maybe = true;
		return false;
	}
	size = (size_t)p[3] << 8 | p[4];
	return p[0] == 0x15 ? size == 2 : size >= 4 && size <= 18432;
}

/* A MySQL packet: length (3 bytes, little-endian), number, then a greeting of protocol 10 or an
 * error (0xff, code). Numbers are 0 unasked, 1 or 2 in answer to something. */
static bool look_mysql(struct look *l)
{
	const uint8_t *p = l->p;
	size_t size = 0;
	unsigned code = 0;

	if (l->len > 2 && (p[2] != 0 || p[1] > 2)) {
		return false;
	}
	if (l->len > 3 && p[3] > 2) {
		return false;
	}
	if (l->len > 4 && p[4] != 10 && p[4] != 0xff) {
		return false;
	}
	if (l->len < 7) {
		l->maybe = true;
		return false;
	}
	size = (size_t)p[1] << 8 | p[0];
	if (p[4] == 10) {
		return p[3] == 0 && size >= 30 && digit(p[5]) && (digit(p[6]) || p[6] == '.');
	}
	code = (unsigned)p[6] << 8 | p[5];
	return size >= 4 && code >= 1000 && code < 5000;
}

/* PostgreSQL: one byte after an SSLRequest, or an ErrorResponse (protocol 3, or the old text). */
static bool look_postgres(struct look *l)
{
	const uint8_t *p = l->p;
	size_t size = 0;

	if (l->after == SPOKEN_AFTER_SSLREQUEST && l->len == 1 && (p[0] == 'N' || p[0] == 'S')) {
		return true;
	}
	if (begins(l, "EFATAL:  ") || begins(l, "EERROR:  ")) {
		return true;
	}
	if (l->len > 0 && p[0] != 'E') {
		return false;
	}
	if (l->len > 1 && p[1] != 0) {
		return false;
	}
	if (l->len < 11) {
		l->maybe = true;
		return false;
	}
	size = (size_t)p[2] << 16 | (size_t)p[3] << 8 | p[4];
	return size >= 10 && size < 30000 &&
	       (memcmp(p + 5, "SFATAL", 6) == 0 || memcmp(p + 5, "SERROR", 6) == 0 ||
	        memcmp(p + 5, "SPANIC", 6) == 0 ||
	        (p[5] == 'S' && (has(l, "VFATAL") || has(l, "VERROR"))));
}

/* Telnet: IAC, then WILL, WONT, DO or DONT and an option (RFC 854); one negotiation at least. */
static bool look_telnet(struct look *l)
{
	const uint8_t *p = l->p;

	if ((l->len > 0 && p[0] != 0xff) || (l->len > 1 && (p[1] < 0xfb || p[1] == 0xff)) ||
	    (l->len > 2 && p[2] > 50)) {
		return false;
	}
	l->maybe = l->maybe || l->len < 3;
	return l->len >= 3;
}

/* TPKT (RFC 1006) with an X.224 connection confirm or disconnect request. */
static bool look_rdp(struct look *l)
{
	const uint8_t *p = l->p;

	if (!begins_bytes(l, "\3\0\0", 3)) {
		return false;
	}
	if (l->len < 6) {
		l->maybe = true;
		return false;
	}
	return p[3] >= 11 && p[4] == p[3] - 5 && (p[5] == 0xd0 || p[5] == 0x80);
}

/* MQTT 3.1.1 CONNACK: nothing else comes first from a broker. */
static bool look_mqtt(struct look *l)
{
	const uint8_t *p = l->p;

	if (!begins_bytes(l, "\x20\2", 2)) {
		return false;
	}
	l->maybe = l->maybe || l->len < 4;
	return l->len == 4 && p[2] <= 1 && p[3] <= 5;
}

/* MongoDB: a message header (length, ids, opcode OP_REPLY or OP_MSG), all little-endian. */
static bool look_mongodb(struct look *l)
{
	const uint8_t *p = l->p;
	size_t size = 0;

	if (l->len < 16) {
		l->maybe = l->maybe || (l->len >= 4 && p[3] == 0 && p[2] == 0 && p[0] >= 16);
		return false;
	}
	size = (size_t)p[2] << 16 | (size_t)p[1] << 8 | p[0];
	return p[3] == 0 && size >= 26 && p[14] == 0 && p[15] == 0 &&
	       ((p[12] == 1 && p[13] == 0) || (p[12] == 0xdd && p[13] == 7));
}

/* An LDAP message in BER: SEQUENCE, messageID, a response (RFC 4511 section 4.1.1). */
static bool look_ldap(struct look *l)
{
	const uint8_t *p = l->p;
	size_t at = 2;

	if (l->len == 0 || p[0] != 0x30) {
		l->maybe = l->maybe || l->len == 0;
		return false;
	}
	if (l->len > 1 && p[1] >= 0x80) {
		if (p[1] == 0x80 || p[1] > 0x84) {
			return false;
		}
		at += p[1] & 7U;
	}
	if (l->len < at + 4) {
		l->maybe = l->maybe || l->len < 3 || l->len <= at ||
		           (p[at] == 2 && (l->len == at + 1 || p[at + 1] == 1));
		return false;
	}
	return p[at] == 2 && p[at + 1] == 1 &&
	       (p[at + 3] == 0x61 || p[at + 3] == 0x64 || p[at + 3] == 0x65 || p[at + 3] == 0x78);
}

/* HTTP/2: the server's preface is a SETTINGS frame (RFC 9113 section 3.4); an offended one may
 * send GOAWAY first. */
static bool look_http2(struct look *l)
{
	const uint8_t *p = l->p;
	size_t size = 0;

	if (l->len > 0 && p[0] != 0) {
		return false;
	}
	if (l->len > 3 && p[3] != 4 && p[3] != 7) {
		return false;
	}
	if (l->len < 9) {
		l->maybe = true;
		return false;
	}
	size = (size_t)p[1] << 8 | p[2];
	return memcmp(p + 4, "\0\0\0\0\0", 5) == 0 &&
	       (p[3] == 4 ? size % 6 == 0 && size <= 600 : size >= 8 && size <= 1024);
}

enum wire_spoken spoken_guess(const void *bytes, size_t len, enum spoken_after after,
                              bool *ret_more)
{
	static const struct {
		bool (*look)(struct look *);
		enum wire_spoken spoken;
	} binary[] = {
		{ look_tls, WIRE_SPOKEN_TLS },           { look_mysql, WIRE_SPOKEN_MYSQL },
		{ look_postgres, WIRE_SPOKEN_POSTGRES }, { look_telnet, WIRE_SPOKEN_TELNET },
		{ look_rdp, WIRE_SPOKEN_RDP },           { look_mqtt, WIRE_SPOKEN_MQTT },
		{ look_http2, WIRE_SPOKEN_HTTP2 },       { look_ldap, WIRE_SPOKEN_LDAP },
		{ look_mongodb, WIRE_SPOKEN_MONGODB },
	};
	struct look l = { .p = bytes, .len = len < LOOK_MAX ? len : LOOK_MAX, .after = after };
	enum wire_spoken spoken = WIRE_SPOKEN_UNKNOWN;

	*ret_more = len == 0;
	if (len == 0) {
		return WIRE_SPOKEN_UNKNOWN;
	}
	spoken = look_text(&l);
	if (spoken != WIRE_SPOKEN_UNKNOWN) {
		return spoken;
	}
	for (size_t i = 0; i < sizeof(binary) / sizeof(binary[0]); i++) {
		if (binary[i].look(&l)) {
			return binary[i].spoken;
		}
	}
	spoken = look_lines(&l);
	if (spoken == WIRE_SPOKEN_UNKNOWN) {
		spoken = look_reply_code(&l);
	}
	/* Three bytes may begin anything. */
	*ret_more = (l.maybe || len < 4) && len < LOOK_MAX &&
	            (spoken == WIRE_SPOKEN_UNKNOWN || spoken == WIRE_SPOKEN_SMTP_OR_FTP);
	return spoken;
}
