/* SPDX-License-Identifier: Apache-2.0 */
/* Building the ClientHello, and the names of what comes back. */
#include "wire/hello.h"

#include <errno.h>
#include <string.h>

enum {
	RECORD_HANDSHAKE = 22,
	CLIENT_HELLO = 1,
	SCSV_RENEGOTIATION = 0x00ff, /* RFC 5746 section 3.3 */
	GROUP_X25519 = 29,
};

enum {
	EXT_SERVER_NAME = 0,
	EXT_SUPPORTED_GROUPS = 10,
	EXT_POINT_FORMATS = 11,
	EXT_SIGNATURE_ALGORITHMS = 13,
	EXT_ALPN = 16,
	EXT_EXTENDED_MASTER_SECRET = 23,
	EXT_SUPPORTED_VERSIONS = 43,
	EXT_PSK_MODES = 45,
	EXT_KEY_SHARE = 51,
	EXT_RENEGOTIATION_INFO = 0xff01,
};

/* The hello as it grows. What does not fit is not written, and said. */
struct out {
	uint8_t *bytes;
	size_t at;
	bool full;
};

static void put(struct out *o, const void *bytes, size_t n)
{
	if (n > HELLO_MAX - o->at) {
		o->full = true;
		return;
	}
	if (n > 0) {
		memcpy(o->bytes + o->at, bytes, n);
	}
	o->at += n;
}

static void put_u8(struct out *o, unsigned value)
{
	uint8_t byte = (uint8_t)value;

	put(o, &byte, 1);
}

static void put_u16(struct out *o, unsigned value)
{
	put_u8(o, value >> 8 & 255);
	put_u8(o, value & 255);
}

/* Begins a vector whose length takes size bytes; the place for end(). */
static size_t begin(struct out *o, size_t size)
{
	static const uint8_t zeros[3] = { 0 };

	put(o, zeros, size);
	return o->at;
}

/* Ends it: writes how much came since. */
static void end(struct out *o, size_t start, size_t size)
{
	size_t n = o->at - start;

	for (size_t i = 0; i < size && !o->full; i++) {
		o->bytes[start - 1 - i] = (uint8_t)(n >> 8 * i);
	}
}

static size_t begin_extension(struct out *o, unsigned type)
{
	put_u16(o, type);
	return begin(o, 2);
}

static void put_list16(struct out *o, unsigned type, const uint16_t *values, size_t n)
{
	size_t ext = begin_extension(o, type);
	size_t list = begin(o, 2);

	for (size_t i = 0; i < n; i++) {
		put_u16(o, values[i]);
	}
	end(o, list, 2);
	end(o, ext, 2);
}

enum {
	C_MODERN = HELLO_CIPHERS_MODERN,
	C_RSA = HELLO_CIPHERS_RSA,
	C_CBC = HELLO_CIPHERS_CBC,
	C_3DES = HELLO_CIPHERS_3DES,
	C_RC4 = HELLO_CIPHERS_RC4,
	C_EXPORT = HELLO_CIPHERS_EXPORT,
	C_ANON = HELLO_CIPHERS_ANON,
	C_PSK = HELLO_CIPHERS_PSK,
};

static const struct {
	uint16_t number;
	uint8_t class;
	const char *name;
} suites[] = {
#define CIPHER(number, class, name) { number, C_##class, name },
#include "wire/hello_ciphers.def"
};

static void put_ciphers(struct out *o, const struct hello_offer *offer)
{
	unsigned wanted = offer->ciphers != 0 ? offer->ciphers : HELLO_CIPHERS_ALL;
	size_t list = begin(o, 2);

	for (size_t i = 0; i < sizeof(suites) / sizeof(suites[0]); i++) {
		bool tls13 = suites[i].number >> 8 == 0x13;

		if ((suites[i].class & wanted) == 0 || (tls13 && offer->max < HELLO_TLS13) ||
		    (!tls13 && offer->min >= HELLO_TLS13)) {
			continue;
		}
		put_u16(o, suites[i].number);
	}
	if (offer->no_extensions && !offer->no_renegotiation_info) {
		put_u16(o, SCSV_RENEGOTIATION);
	}
	end(o, list, 2);
}

static void put_server_name(struct out *o, const char *name)
{
	size_t n = strlen(name);
	size_t ext = begin_extension(o, EXT_SERVER_NAME);
	size_t list = begin(o, 2);

	/* RFC 6066 section 3: without the final dot */
	n -= n > 1 && name[n - 1] == '.';
	put_u8(o, 0);
	put_u16(o, (unsigned)n);
	put(o, name, n);
	end(o, list, 2);
	end(o, ext, 2);
}

static void put_alpn(struct out *o, const struct hello_offer *offer)
{
	size_t ext = begin_extension(o, EXT_ALPN);
	size_t list = begin(o, 2);

	for (size_t i = 0; i < offer->n_alpn; i++) {
		size_t n = strlen(offer->alpn[i]);

		put_u8(o, (unsigned)n);
		put(o, offer->alpn[i], n);
	}
	end(o, list, 2);
	end(o, ext, 2);
}

/* What TLS 1.3 cannot do without (RFC 8446 section 4.2). */
static void put_tls13(struct out *o, const struct hello_offer *offer)
{
	size_t ext = begin_extension(o, EXT_SUPPORTED_VERSIONS);
	size_t list = begin(o, 1);

	for (unsigned v = HELLO_TLS13; v >= offer->min; v--) {
		put_u16(o, v);
	}
	end(o, list, 1);
	end(o, ext, 2);
	ext = begin_extension(o, EXT_PSK_MODES);
	put_u16(o, 0x0101); /* one mode: psk_dhe_ke */
	end(o, ext, 2);
	ext = begin_extension(o, EXT_KEY_SHARE);
	list = begin(o, 2);
	put_u16(o, GROUP_X25519);
	put_u16(o, 32);
	put(o, offer->random + 64, 32); /* any 32 bytes are a public key (RFC 7748) */
	end(o, list, 2);
	end(o, ext, 2);
}

static void put_extensions(struct out *o, const struct hello_offer *offer)
{
	static const uint16_t groups[] = { GROUP_X25519, 23, 24, 25,  30,  26,  27,  28,
		                           22,           21, 19, 256, 257, 258, 259, 260 };
	static const uint16_t signatures[] = {
		0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806,
		0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601, 0x0303, 0x0301,
		0x0402, 0x0203, 0x0201, 0x0202, 0x0101, /* with SHA-1, and RSA with MD5 */
	};
	size_t all = begin(o, 2);
	size_t ext = 0;

	if (offer->sni != NULL) {
		put_server_name(o, offer->sni);
	}
	put_list16(o, EXT_SUPPORTED_GROUPS, groups, sizeof(groups) / sizeof(groups[0]));
	ext = begin_extension(o, EXT_POINT_FORMATS);
	put_u16(o, 0x0100); /* one format: uncompressed */
	end(o, ext, 2);
	if (offer->max >= HELLO_TLS12) {
		put_list16(o, EXT_SIGNATURE_ALGORITHMS, signatures,
		           sizeof(signatures) / sizeof(signatures[0]));
	}
	if (offer->n_alpn > 0) {
		put_alpn(o, offer);
	}
	ext = begin_extension(o, EXT_EXTENDED_MASTER_SECRET);
	end(o, ext, 2);
	if (!offer->no_renegotiation_info) {
		ext = begin_extension(o, EXT_RENEGOTIATION_INFO);
		put_u8(o, 0);
		end(o, ext, 2);
	}
	if (offer->max >= HELLO_TLS13) {
		put_tls13(o, offer);
	}
	end(o, all, 2);
}

static bool sensible(const struct hello_offer *offer)
{
	if (offer->min < HELLO_SSL3 || offer->max > HELLO_TLS13 || offer->min > offer->max ||
	    offer->random == NULL || (offer->no_extensions && offer->max > HELLO_TLS12) ||
	    offer->n_alpn > HELLO_ALPN_MAX) {
		return false;
	}
	for (size_t i = 0; i < offer->n_alpn; i++) {
		if (offer->alpn[i][0] == '\0' || strlen(offer->alpn[i]) > 255) {
			return false;
		}
	}
	for (const char *p = offer->sni; p != NULL && *p != '\0'; p++) {
		if (*p <= 0x20 || *p >= 0x7f) {
			return false;
		}
	}
	return offer->sni == NULL || (offer->sni[0] != '\0' && strlen(offer->sni) <= 255);
}

int hello_build(const struct hello_offer *offer, uint8_t bytes[static HELLO_MAX])
{
	struct out o = { 0 };
	bool tls13 = offer->max >= HELLO_TLS13;
	size_t record = 0;
	size_t message = 0;

	if (!sensible(offer)) {
		return -EINVAL;
	}
	o.bytes = bytes;
	put_u8(&o, RECORD_HANDSHAKE);
	put_u16(&o, offer->max == HELLO_SSL3 ? HELLO_SSL3 : HELLO_TLS10); /* RFC 8446 section 5.1 */
	record = begin(&o, 2);
	put_u8(&o, CLIENT_HELLO);
	message = begin(&o, 3);
	put_u16(&o, tls13 ? HELLO_TLS12 : offer->max);
	put(&o, offer->random, 32);
	put_u8(&o, tls13 ? 32 : 0); /* a session id for middleboxes (RFC 8446 appendix D.4) */
	put(&o, offer->random + 32, tls13 ? 32 : 0);
	put_ciphers(&o, offer);
	put_u16(&o, 0x0100); /* one compression method: none */
	if (!offer->no_extensions) {
		put_extensions(&o, offer);
	}
	end(&o, message, 3);
	end(&o, record, 2);
	return o.full ? -EINVAL : (int)o.at;
}

const char *hello_cipher_name(uint16_t cipher)
{
	for (size_t i = 0; i < sizeof(suites) / sizeof(suites[0]); i++) {
		if (suites[i].number == cipher) {
			return suites[i].name;
		}
	}
	return NULL;
}

const char *hello_alert_name(uint8_t alert)
{
	switch (alert) {
#define ALERT(number, name) \
	case number:        \
		return name;
#include "wire/hello_words.def"
	default:
		return NULL;
	}
}

const char *hello_group_name(uint16_t group)
{
	switch (group) {
#define GROUP(number, name) \
	case number:        \
		return name;
#include "wire/hello_words.def"
	default:
		return NULL;
	}
}

const char *hello_version_name(uint16_t version)
{
	switch (version) {
	case HELLO_SSL2:
		return "SSLv2";
	case HELLO_SSL3:
		return "SSLv3";
	case HELLO_TLS10:
		return "TLSv1.0";
	case HELLO_TLS11:
		return "TLSv1.1";
	case HELLO_TLS12:
		return "TLSv1.2";
	case HELLO_TLS13:
		return "TLSv1.3";
	default: /* a number from a stranger */
		return NULL;
	}
}
